import { elapsedSeconds } from '../../transcripts/translate/elapsed.ts';

/** Seconds between two arrivals; undefined when one is unknown, or when they came together and tell nothing. */
export function measuredSeconds(
  from: number | undefined,
  to: number | undefined,
): number | undefined {
  const seconds = elapsedSeconds(from, to);
  return seconds === 0 ? undefined : seconds;
}
