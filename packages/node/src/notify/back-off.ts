import type { Random } from '../system-clock.ts';

/** How long to wait before the next attempt. */
export interface BackOff {
  readonly firstMs: number;
  readonly mostMs: number;
}

/**
 * The pause in milliseconds after so many failures in a row, at least 1: it doubles each time up to
 * the longest. Half of it is left to chance, so that a fleet does not come back all at once.
 */
export function pauseAfter(failures: number, { firstMs, mostMs }: BackOff, random: Random): number {
  const whole = Math.min(mostMs, firstMs * 2 ** (failures - 1));
  return (whole / 2) * (1 + random());
}
