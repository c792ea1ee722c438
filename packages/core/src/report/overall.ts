import { gradeOf } from './grade.ts';
import type { Overall, ProcessTypeReport } from './report.ts';

/**
 * Efficiency weighted by turns, over the process types that have turns and an efficiency score. Without
 * one there is no score and no grade.
 */
export function overallOf(processTypes: readonly ProcessTypeReport[]): Overall {
  let score = 0;
  let scored = 0;
  let turns = 0;
  for (const each of processTypes) {
    const { success, error, interrupted } = each.turns;
    const weight = success + error + interrupted;
    turns += weight;
    const { value } = each.signals.efficiency_score;
    if (value === null || weight === 0) continue;
    scored += weight;
    // Step by step, so that the mean of equal scores is that score: 0.7 * 3 / 3 is below 0.7, and would be a D.
    score += (value - score) * (weight / scored);
  }
  if (scored === 0) return { score: null, grade: null, turns };
  return { score, grade: gradeOf(score), turns };
}
