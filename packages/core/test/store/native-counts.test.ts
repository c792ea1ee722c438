import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { NativeCounts, schemaOf, zeroThreshold } from '../../src/store/native-counts.ts';

function countsOf(values: readonly number[], { schema = 3, maxBuckets = 160 } = {}): NativeCounts {
  const counts = new NativeCounts({ schema, maxBuckets });
  for (const value of values) counts.observe(Float64Array.of(value));
  return counts;
}

/** Counts by the number of their bucket. */
function byBucket({ lowest, counts }: NativeCounts): ReadonlyMap<number, number> {
  const all = [...counts].map((count, at) => [lowest + at, count] as const);
  return new Map(all.filter(([, count]) => count > 0));
}

const total = ({ zeroCount, counts }: NativeCounts) =>
  counts.reduce((sum, count) => sum + count, zeroCount);

test.each([
  [1.1, 3],
  [1.2, 2],
  [1.0905077326652577, 3],
  [1.09, 4],
  [2, 0],
  [1.001, 8],
  [3, 0],
  [4, -1],
  [65_536, -4],
])('bounds that grow by at most %d have the schema %d', (factor, schema) => {
  expect(schemaOf(factor)).toBe(schema);
});

describe('native buckets', () => {
  it.each([
    [1, 0, 0],
    [2, 0, 1],
    [2.000001, 0, 2],
    [0.5, 0, -1],
    [3, 0, 2],
    [1, 3, 0],
    [2, 3, 8],
    [1.09, 3, 1],
    [1.1, 3, 2],
    [16, -1, 2],
    [17, -1, 3],
    [2 ** 53, -4, 4],
  ])('%d at schema %d is in bucket %d', (value, schema, bucket) => {
    expect(byBucket(countsOf([value], { schema }))).toEqual(new Map([[bucket, 1]]));
  });

  it('count as zero what is at most the threshold', () => {
    const counts = countsOf([0, zeroThreshold, zeroThreshold / 2, zeroThreshold * 1.01]);
    expect(counts.zeroCount).toBe(3);
    expect(total(counts)).toBe(4);
  });

  it('have no bucket before the first value', () => {
    expect([...countsOf([]).counts]).toEqual([]);
    expect([...countsOf([0]).counts]).toEqual([]);
  });

  it('halve their resolution when values lie too far apart', () => {
    const counts = countsOf([1, 2, 4, 256], { schema: 0, maxBuckets: 8 });
    expect(counts.schema).toBe(-1);
    expect(byBucket(counts)).toEqual(
      new Map([
        [0, 1],
        [1, 2],
        [4, 1],
      ]),
    );
  });

  it('add up at the coarser resolution of two', () => {
    const fine = countsOf([1, 5, 5], { schema: 3 });
    const coarse = countsOf([0, 5], { schema: 0 });
    fine.addAll(coarse);
    expect(fine.schema).toBe(0);
    expect(fine.zeroCount).toBe(1);
    expect(byBucket(fine)).toEqual(
      new Map([
        [0, 1],
        [3, 3],
      ]),
    );
    expect(byBucket(coarse)).toEqual(new Map([[3, 1]]));
  });
});

const amounts = fc.oneof(
  fc.double({ min: 0, max: 1e4, noNaN: true }),
  fc.double({ min: 0, max: Number.MAX_SAFE_INTEGER, noNaN: true }),
);
const resolutions = fc.record({
  schema: fc.integer({ min: -4, max: 8 }),
  maxBuckets: fc.integer({ min: 8, max: 200 }),
});

describe('for any values', () => {
  it('each value lies in the bucket that Prometheus would look for it in', () => {
    fc.assert(
      fc.property(amounts, resolutions, (value, resolution) => {
        fc.pre(value > zeroThreshold);
        const [[bucket] = [Number.NaN]] = [...byBucket(countsOf([value], resolution))];
        const base = 2 ** (2 ** -resolution.schema);
        // A bound is no number of the computer's unless it is a power of two, so neither side is exact.
        expect(value).toBeGreaterThan(base ** (bucket - 1) * (1 - 1e-9));
        expect(value).toBeLessThanOrEqual(base ** bucket * (1 + 1e-9));
      }),
    );
  });

  it('nothing is lost, and no more buckets are in use than may be', () => {
    fc.assert(
      fc.property(fc.array(amounts, { maxLength: 60 }), resolutions, (values, resolution) => {
        const counts = countsOf(values, resolution);
        expect(total(counts)).toBe(values.length);
        expect(counts.counts.length).toBeLessThanOrEqual(resolution.maxBuckets);
        expect(counts.schema).toBeLessThanOrEqual(resolution.schema);
      }),
    );
  });

  it('two halves added are the whole', () => {
    fc.assert(
      fc.property(fc.array(amounts), fc.array(amounts), resolutions, (some, others, resolution) => {
        const halves = countsOf(some, resolution);
        halves.addAll(countsOf(others, resolution));
        const whole = countsOf([...some, ...others], resolution);
        expect(halves.zeroCount).toBe(whole.zeroCount);
        expect(halves.schema).toBe(whole.schema);
        expect(byBucket(halves)).toEqual(byBucket(whole));
      }),
    );
  });
});
