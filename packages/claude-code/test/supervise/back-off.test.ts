import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createBackOff } from '../../src/supervise/back-off.ts';

describe('a back-off', () => {
  it.each([
    { failures: 0, random: 0, delay: 500 },
    { failures: 0, random: 0.5, delay: 750 },
    { failures: 1, random: 0, delay: 1_000 },
    { failures: 4, random: 0, delay: 8_000 },
    { failures: 10, random: 0, delay: 30_000 },
    { failures: 5_000, random: 0.5, delay: 45_000 },
  ])('waits $delay ms after $failures failures when chance is $random', (row) => {
    expect(createBackOff({}, () => row.random)(row.failures)).toBe(row.delay);
  });

  it('that is to wait for nothing does so after any number of failures', () => {
    expect(createBackOff({ firstDelayMs: 0 }, () => 0.5)(5_000)).toBe(0);
  });

  it('never waits longer than the longest delay, nor less than half of what is due', () => {
    const failures = fc.nat(100);
    const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    const law = (count: number, chance: number) => {
      const delay = createBackOff({ firstDelayMs: 10, longestDelayMs: 1000 }, () => chance)(count);
      const due = Math.min(1000, 10 * 2 ** count);
      return delay >= due / 2 && delay <= due;
    };
    fc.assert(fc.property(failures, random, law));
  });

  it.each([
    { firstDelayMs: -1 },
    { firstDelayMs: Number.NaN },
    { firstDelayMs: 100, longestDelayMs: 10 },
    { longestDelayMs: 2 ** 31 },
  ])('refuses %j', (options) => {
    expect(() => createBackOff(options, () => 0)).toThrow(RangeError);
  });
});
