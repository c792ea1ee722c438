import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { pauseAfter } from '../../src/notify/back-off.ts';

const backOff = { firstMs: 1_000, mostMs: 30_000 };

describe('pauseAfter', () => {
  it.each([
    { failures: 1, least: 500, most: 1_000 },
    { failures: 2, least: 1_000, most: 2_000 },
    { failures: 5, least: 8_000, most: 16_000 },
    { failures: 6, least: 15_000, most: 30_000 },
    { failures: 5_000, least: 15_000, most: 30_000 },
  ])('lies between $least and $most ms after $failures failures', ({ failures, least, most }) => {
    expect(pauseAfter(failures, backOff, () => 0)).toBe(least);
    expect(pauseAfter(failures, backOff, () => 1 - 2 ** -53)).toBeCloseTo(most, 6);
  });

  it('never shrinks with the failures, and never goes beyond the longest', () => {
    const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), chance, (failures, random) => {
        const pause = pauseAfter(failures, backOff, () => random);
        expect(pause).toBeLessThanOrEqual(pauseAfter(failures + 1, backOff, () => random));
        expect(pause).toBeLessThanOrEqual(backOff.mostMs);
      }),
    );
  });
});
