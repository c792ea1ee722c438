import { expect, it } from '@jest/globals';
import { overallOf } from '../../src/report/overall.ts';
import { scored } from '../support/reported.ts';

// 0.7 * 3 / 3 is 0.6999999999999998: three turns at 0.7 were a D, and four a C.
it.each([
  ['one process type', 0.7, [3], 'C'],
  ['many turns', 0.8, [43], 'B'],
  ['two process types', 0.9, [1, 8], 'A'],
  ['three process types', 0.6, [1, 6, 9], 'D'],
])('the overall score of %s at %d is that score', (_name, score, turns, grade) => {
  const processTypes = turns.map((count) => scored(score, { success: count }));
  expect(overallOf(processTypes)).toMatchObject({ score, grade });
});
