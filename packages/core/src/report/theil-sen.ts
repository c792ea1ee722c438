/** A value at a time, in any unit of time. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * The Theil-Sen slope: the median of the slopes between all pairs of points with different x (Sen, 1968).
 * A few wild values do not move it. Without such a pair there is no slope. Finite numbers; takes time
 * with the square of the number of points.
 */
export function theilSenSlope(points: readonly Point[]): number | undefined {
  const slopes: number[] = [];
  for (const [index, b] of points.entries()) {
    for (const a of points.slice(0, index)) {
      if (a.x !== b.x) slopes.push((b.y - a.y) / (b.x - a.x));
    }
  }
  return median(slopes);
}

function median(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  if (upper === undefined || sorted.length % 2 === 1) return upper;
  return ((sorted[middle - 1] ?? upper) + upper) / 2;
}
