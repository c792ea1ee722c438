import { gradeOf } from './grade.ts';
import type { Overall, ProcessTypeReport } from './report.ts';

/**
 * Efficiency weighted by turns, over the process types that have turns and an efficiency score. Without
 * one there is no score and no grade.
 */
export function overallOf(processTypes: readonly ProcessTypeReport[]): Overall {
  let weighted = 0;
  let scored = 0;
  let turns = 0;
  for (const each of processTypes) {
    const { success, error, interrupted } = each.turns;
    const weight = success + error + interrupted;
    turns += weight;
    const { value } = each.signals.efficiency_score;
    if (value === null) continue;
    weighted += value * weight;
    scored += weight;
  }
  if (scored === 0) return { score: null, grade: null, turns };
  const score = weighted / scored;
  return { score, grade: gradeOf(score), turns };
}
