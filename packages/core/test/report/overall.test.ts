import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { overallOf } from '../../src/report/overall.ts';
import { scored } from '../support/reported.ts';

describe('the overall performance', () => {
  it.each([
    ['nothing', [], { score: null, grade: null, turns: 0 }],
    ['no score', [scored(null, { success: 3 })], { score: null, grade: null, turns: 3 }],
    ['a score without turns', [scored(0.9, {})], { score: null, grade: null, turns: 0 }],
    ['one score', [scored(0.5, { success: 6 })], { score: 0.5, grade: 'F', turns: 6 }],
    // (1 * 3 + 0.5 * 1) / 4
    [
      'two scores, weighted by turns',
      [scored(1, { success: 3 }), scored(0.5, { success: 1 })],
      { score: 0.875, grade: 'B', turns: 4 },
    ],
    // (1 * (1 + 1 + 2) + 0 * 4) / 8
    [
      'turns of every outcome',
      [scored(1, { success: 1, error: 1, interrupted: 2 }), scored(0, { error: 4 })],
      { score: 0.5, grade: 'F', turns: 8 },
    ],
    [
      'a process type without a score beside one with',
      [scored(null, { success: 100 }), scored(0.75, { success: 5 })],
      { score: 0.75, grade: 'C', turns: 105 },
    ],
  ] as const)('of %s', (_name, processTypes, overall) => {
    expect(overallOf(processTypes)).toEqual(overall);
  });

  it('lies between the lowest and the highest score, in any order', () => {
    const processType = fc
      .tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 500 }))
      .map(([score, success]) => scored(score, { success }));
    fc.assert(
      fc.property(fc.array(processType, { minLength: 1, maxLength: 10 }), (processTypes) => {
        const scores = processTypes.map(({ signals }) => signals.efficiency_score.value ?? 0);
        const { score, turns } = overallOf(processTypes);
        expect(score).toBeGreaterThanOrEqual(Math.min(...scores) - 1e-12);
        expect(score).toBeLessThanOrEqual(Math.max(...scores) + 1e-12);
        const reversed = overallOf(processTypes.toReversed());
        expect(reversed.score).toBeCloseTo(score ?? Number.NaN, 12);
        expect(reversed.turns).toBe(turns);
      }),
    );
  });
});
