import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { gradeOf } from '../../src/report/grade.ts';

describe('the grade of a score', () => {
  it.each([
    ['the best there is', 1, 'A'],
    ['just A', 0.9, 'A'],
    ['just below A', 0.9 - Number.EPSILON, 'B'],
    ['just B', 0.8, 'B'],
    ['just below B', 0.8 - Number.EPSILON, 'C'],
    ['just C', 0.7, 'C'],
    ['just below C', 0.7 - Number.EPSILON, 'D'],
    ['just D', 0.6, 'D'],
    ['just below D', 0.6 - Number.EPSILON, 'F'],
    ['the worst there is', 0, 'F'],
  ])('%s: %d is %s', (_name, score, grade) => {
    expect(gradeOf(score)).toBe(grade);
  });

  it('is never better for a lower score', () => {
    const score = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(score, score, (a, b) => {
        // The letters are in the order of the alphabet.
        expect(gradeOf(Math.min(a, b)) >= gradeOf(Math.max(a, b))).toBe(true);
      }),
    );
  });
});
