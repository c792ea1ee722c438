import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Point, theilSenSlope } from '../../src/report/theil-sen.ts';

const coordinate = fc.integer({ min: -1000, max: 1000 });
const points = fc.array(fc.record({ x: coordinate, y: coordinate }), { maxLength: 24 });

/** Points at 0, 1, 2 and so on. */
function inOrder(...values: readonly number[]): readonly Point[] {
  return values.map((y, x) => ({ x, y }));
}

describe('the Theil-Sen slope', () => {
  it.each([
    ['two points', inOrder(1, 4), 3],
    // Slopes 1, 2, 1.5: the one in the middle.
    ['three points', inOrder(0, 1, 3), 1.5],
    // Slopes 1, 0.5, 1, 0, 1, 2: the mean of the two in the middle, 1 and 1.
    ['four points', inOrder(0, 1, 1, 3), 1],
    // Slopes 0, 0, 2, 0, 3, 6: the mean of 0 and 2.
    ['a jump at the end', inOrder(0, 0, 0, 6), 1],
    ['values that are all equal', inOrder(2, 2, 2, 2), 0],
    // The two at 1 have no slope between them; the others are 5, 1, 1.5, -2 and 2.
    [
      'points above one another',
      [
        { x: 0, y: 0 },
        { x: 1, y: 5 },
        { x: 1, y: 1 },
        { x: 2, y: 3 },
      ],
      1.5,
    ],
    ['one wild value among eight', inOrder(0, 1, 2, 1e9, 4, 5, 6, 7), 1],
  ])('of %s', (_name, given, slope) => {
    expect(theilSenSlope(given)).toBe(slope);
  });

  it.each([
    ['no point', []],
    ['one point', [{ x: 1, y: 2 }]],
    [
      'points that are all above one another',
      [
        { x: 1, y: 2 },
        { x: 1, y: 3 },
        { x: 1, y: 4 },
      ],
    ],
  ])('is not there for %s', (_name, given) => {
    expect(theilSenSlope(given)).toBeUndefined();
  });

  it('of points on a line is that of the line', () => {
    fc.assert(
      fc.property(
        coordinate,
        coordinate,
        fc.uniqueArray(coordinate, { minLength: 2 }),
        (a, b, xs) => {
          const slope = theilSenSlope(xs.map((x) => ({ x, y: a * x + b })));
          // Not toBe, which tells 0 from -0.
          expect(slope === a).toBe(true);
        },
      ),
    );
  });

  it('does not change when all values are moved, and turns with them', () => {
    fc.assert(
      fc.property(points, coordinate, (given, by) => {
        const slope = theilSenSlope(given);
        expect(theilSenSlope(given.map(({ x, y }) => ({ x, y: y + by })))).toEqual(slope);
        const mirrored = theilSenSlope(given.map(({ x, y }) => ({ x, y: -y })));
        expect((mirrored ?? 0) + (slope ?? 0)).toBeCloseTo(0, 9);
      }),
    );
  });

  it('does not depend on the order in which points are given', () => {
    fc.assert(
      fc.property(points, (given) => {
        // Not toBe, which tells 0 from -0.
        expect(theilSenSlope(given.toReversed()) === theilSenSlope(given)).toBe(true);
      }),
    );
  });
});
