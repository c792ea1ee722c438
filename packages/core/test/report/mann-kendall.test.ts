import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mannKendall } from '../../src/report/mann-kendall.ts';

const values = fc.array(fc.integer({ min: -20, max: 20 }), { maxLength: 24 });

describe('the Mann-Kendall test', () => {
  // S: rising pairs minus falling ones. Variance: n (n - 1) (2 n + 5) / 18, less t (t - 1) (2 t + 5) / 18 for each
  // group of t equal values. z = (|S| - 1) / sqrt(variance). p: both tails of the normal distribution beyond z.
  it.each([
    // 8 * 7 / 2 = 28 pairs rise. 8 * 7 * 21 / 18 = 65.333; z = 27 / 8.0829 = 3.3404.
    ['eight rising values', [1, 2, 3, 4, 5, 6, 7, 8], 28, 0.000837],
    ['eight falling values', [8, 7, 6, 5, 4, 3, 2, 1], -28, 0.000837],
    // Each of 4 neighbours is swapped: 28 - 2 * 4 = 20; z = 19 / 8.0829 = 2.3506.
    ['neighbours in the wrong order', [2, 1, 4, 3, 6, 5, 8, 7], 20, 0.01874],
    // 4 * 4 pairs rise, the others are equal. 65.333 - 2 * (4 * 3 * 13 / 18 = 8.6667) = 48; z = 15 / 6.9282 = 2.1651.
    ['one step between equal values', [0, 0, 0, 0, 1, 1, 1, 1], 16, 0.03038],
    // The last one rises over 7. 65.333 - 7 * 6 * 19 / 18 = 21; z = 6 / 4.5826 = 1.3093.
    ['one that stands out at the end', [0, 0, 0, 0, 0, 0, 0, 5], 7, 0.19043],
    // 2 rise, 4 fall. 4 * 3 * 13 / 18 = 8.6667; z = 1 / 2.9439 = 0.3397.
    ['four values', [3, 4, 1, 2], -2, 0.7341],
    // z = 0 by the correction for continuity.
    ['one pair more that rises', [1, 2], 1, 1],
  ])('of %s', (_name, series, s, pValue) => {
    const found = mannKendall(series);
    expect(found.s).toBe(s);
    expect(found.pValue).toBeCloseTo(pValue, 4);
  });

  it('agrees with an example worked by hand elsewhere', () => {
    // J. Little, A Mann-Kendall Example "By Hand", College of the Holy Cross: S = 72 - 18, one pair of equal values,
    // Z = 2.9058, p = .0018 on one side.
    const series = [
      12.9, 14.8, 13.2, 15.7, 13.8, 15.6, 12.9, 11.0, 17.3, 15.9, 19.0, 18.3, 20.1, 21.7,
    ];
    const { s, pValue } = mannKendall(series);
    expect(s).toBe(54);
    expect(pValue / 2).toBeCloseTo(0.0018, 4);
  });

  it.each([
    ['no value', []],
    ['one value', [3]],
    ['values that are all equal', [3, 3, 3, 3, 3, 3, 3, 3]],
    ['as many rising as falling pairs', [1, 2, 2, 1]],
  ])('finds no trend in %s', (_name, series) => {
    expect(mannKendall(series)).toEqual({ s: 0, pValue: 1 });
  });

  it('finds the opposite in the reversed series', () => {
    fc.assert(
      fc.property(values, (series) => {
        const { s, pValue } = mannKendall(series);
        const reversed = mannKendall(series.toReversed());
        expect(reversed.s + s).toBe(0);
        expect(reversed.pValue).toBe(pValue);
      }),
    );
  });

  it('knows only the order of values', () => {
    fc.assert(
      fc.property(values, (series) => {
        expect(mannKendall(series.map((value) => Math.exp(value / 5) - 7))).toEqual(
          mannKendall(series),
        );
      }),
    );
  });

  it('gives a probability, and a smaller one for more rising pairs', () => {
    fc.assert(
      fc.property(values, (series) => {
        const { pValue } = mannKendall(series);
        expect(pValue).toBeGreaterThan(0);
        expect(pValue).toBeLessThanOrEqual(1);
        const sorted = mannKendall(series.toSorted((a, b) => a - b));
        expect(sorted.pValue).toBeLessThanOrEqual(pValue);
      }),
    );
  });
});
