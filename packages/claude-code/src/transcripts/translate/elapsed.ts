/** Seconds between two times in epoch milliseconds; undefined when one is unknown or they run backwards. */
export function elapsedSeconds(
  from: number | undefined,
  to: number | undefined,
): number | undefined {
  if (from === undefined || to === undefined || to < from) return undefined;
  return (to - from) / 1000;
}

/** The later of two times, either of which may be unknown. */
export function later(left: number | undefined, right: number | undefined): number | undefined {
  if (left === undefined || right === undefined) return left ?? right;
  return Math.max(left, right);
}
