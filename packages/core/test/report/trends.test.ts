import { describe, expect, it } from '@jest/globals';
import { trendOf } from '../../src/report/trends.ts';
import { noon } from '../support/fake-clock.ts';

const hour = 3_600_000;

/** A value each half hour. */
function trendOfValues(...values: readonly number[]) {
  const points = values.map((y, at) => ({ x: noon + (at * hour) / 2, y }));
  return trendOf('response_p95', 'tactical', points);
}

describe('a trend', () => {
  it.each([
    ['no slot', []],
    ['seven slots', [1, 2, 3, 4, 5, 6, 7]],
  ])('of %s cannot be told', (_name, values) => {
    expect(trendOfValues(...values)).toEqual({
      signal: 'response_p95',
      processType: 'tactical',
      direction: 'insufficient data',
      slopePerHour: null,
      pValue: null,
      slots: values.length,
    });
  });

  it.each([
    ['eight rising slots', [1, 2, 3, 4, 5, 6, 7, 8], 'rising', 2],
    ['eight falling slots', [8, 7, 6, 5, 4, 3, 2, 1], 'falling', -2],
    ['equal slots', [5, 5, 5, 5, 5, 5, 5, 5], 'stable', 0],
    // S = 12, z = 11 / 8.083 = 1.361, p = 0.17.
    ['slots that rise by chance', [3, 1, 4, 2, 8, 5, 7, 3.5], 'stable', expect.any(Number)],
    ['one wild slot', [5, 5, 5, 900, 5, 5, 5, 5], 'stable', 0],
    // Most pairs are equal, so the median slope is 0; yet 36 rise and none falls: p = 0.005.
    [
      'a few higher slots at the end of many',
      [...new Array<number>(12).fill(0), 1, 1, 1],
      'rising',
      0,
    ],
  ])('of %s', (_name, values, direction, slopePerHour) => {
    expect(trendOfValues(...values)).toMatchObject({
      direction,
      slopePerHour,
      slots: values.length,
    });
  });

  it('carries the probability that it is chance', () => {
    expect(trendOfValues(1, 2, 3, 4, 5, 6, 7, 8).pValue).toBeCloseTo(0.000837, 6);
    expect(trendOfValues(5, 5, 5, 5, 5, 5, 5, 5).pValue).toBe(1);
  });

  it('is stable just above one in twenty, and none just below', () => {
    // 8 values: S = 16 is z = 15 / 8.083 = 1.856 and p = 0.063; S = 18 is z = 2.103 and p = 0.035.
    const sixteen = trendOfValues(4, 3, 2, 1, 5, 6, 7, 8);
    const eighteen = trendOfValues(3, 4, 2, 1, 5, 6, 7, 8);
    expect(sixteen.pValue).toBeCloseTo(0.0635, 3);
    expect([sixteen.direction, eighteen.direction]).toEqual(['stable', 'rising']);
  });
});
