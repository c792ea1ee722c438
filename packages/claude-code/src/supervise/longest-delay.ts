/** Milliseconds. A timer that is to wait longer fires at once. */
export const longestDelay = 2 ** 31 - 1;

/** Throws a RangeError that names the argument when no timer can wait for so many milliseconds. */
export function checkDelay(name: string, milliseconds: number, least: number): void {
  if (milliseconds >= least && milliseconds <= longestDelay) return;
  throw new RangeError(
    `${name} must be from ${least} to ${longestDelay} milliseconds, got ${milliseconds}`,
  );
}
