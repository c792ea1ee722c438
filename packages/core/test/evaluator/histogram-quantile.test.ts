import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { histogramQuantile } from '../../src/evaluator/histogram-quantile.ts';

type Case = readonly [
  name: string,
  quantile: number,
  bounds: readonly number[],
  counts: readonly number[],
  expected: number | undefined,
];

const cases: readonly Case[] = [
  // rank 5 of 10 lies in the second bucket, which holds 4..10: 1 + (2 - 1) × (5 - 4) / 6
  ['interpolates within a bucket', 0.5, [1, 2, 4], [4, 6, 0, 0], 1 + 1 / 6],
  // rank 2 of 4, all in the first bucket, which begins at 0: 1 × 2 / 4
  ['begins the first bucket at 0', 0.5, [1, 2], [4, 0, 0], 0.5],
  // rank 4 is the whole of the first bucket
  ['takes the end of a bucket at its edge', 0.4, [1, 2], [4, 6, 0], 1],
  // rank 9 of 10 lies beyond the last bound
  ['takes the last bound beyond it', 0.9, [1, 2], [1, 1, 8], 2],
  ['takes the last bound when all is beyond it', 0.01, [1, 2], [0, 0, 3], 2],
  // rank 6 of 8: 4 in the first, none in the second, so 2 + (4 - 2) × (6 - 4) / 4
  ['passes over an empty bucket', 0.75, [1, 2, 4], [4, 0, 4, 0], 3],
  ['is the start of its bucket for the smallest', 0, [1, 2], [4, 6, 0], 0],
  ['is the end of the last filled bucket for the largest', 1, [1, 2, 4], [4, 6, 0, 0], 2],
  ['takes a first bound that is not above 0', 0.5, [0, 1], [4, 1, 0], 0],
  ['has none without values', 0.5, [1, 2], [0, 0, 0], undefined],
  ['has none without buckets', 0.5, [], [3], undefined],
];

describe('a quantile of a histogram', () => {
  it.each(cases)('%s', (...[, quantile, bounds, counts, expected]) => {
    const actual = histogramQuantile(quantile, bounds, counts);
    if (expected === undefined) expect(actual).toBeUndefined();
    else expect(actual).toBeCloseTo(expected, 12);
  });

  const histogram = fc
    .uniqueArray(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 12 })
    .chain((bounds) =>
      fc.record({
        bounds: fc.constant(bounds.toSorted((a, b) => a - b)),
        counts: fc.array(fc.nat(50), {
          minLength: bounds.length + 1,
          maxLength: bounds.length + 1,
        }),
      }),
    )
    .filter(({ counts }) => counts.some((count) => count > 0));
  const share = fc.double({ min: 0, max: 1, noNaN: true });

  it('grows with the share', () => {
    fc.assert(
      fc.property(histogram, share, share, ({ bounds, counts }, a, b) => {
        const low = histogramQuantile(Math.min(a, b), bounds, counts) ?? Number.NaN;
        const high = histogramQuantile(Math.max(a, b), bounds, counts) ?? Number.NaN;
        expect(low).toBeLessThanOrEqual(high);
      }),
    );
  });

  it('lies inside the bucket that holds the value of its rank', () => {
    fc.assert(
      fc.property(histogram, share, ({ bounds, counts }, quantile) => {
        const rank = quantile * counts.reduce((total, count) => total + count, 0);
        let below = 0;
        const bucket = counts.findIndex((count) => {
          below += count;
          return below >= rank;
        });
        const last = bounds.at(-1) ?? 0;
        const value = histogramQuantile(quantile, bounds, counts) ?? Number.NaN;
        expect(value).toBeGreaterThanOrEqual(Math.min(bounds[bucket - 1] ?? 0, last));
        expect(value).toBeLessThanOrEqual(bounds[bucket] ?? last);
      }),
    );
  });
});
