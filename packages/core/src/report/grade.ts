const grades = [
  [0.9, 'A'],
  [0.8, 'B'],
  [0.7, 'C'],
  [0.6, 'D'],
] as const;

export type Grade = 'A' | 'B' | 'C' | 'D' | 'F';

/** The grade of a score from 0 to 1: A from 0.9, B from 0.8, C from 0.7, D from 0.6, else F. */
export function gradeOf(score: number): Grade {
  const found = grades.find(([from]) => score >= from);
  return found === undefined ? 'F' : found[1];
}
