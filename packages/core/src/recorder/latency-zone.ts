import type { Limits } from '../catalogue/thresholds.ts';

/** Index into `latencyZones`: up to the warning limit, up to the critical limit, beyond it. */
export function latencyZone(seconds: number, limits: Limits): number {
  if (seconds <= limits.warning) return 0;
  return seconds <= limits.critical ? 1 : 2;
}
