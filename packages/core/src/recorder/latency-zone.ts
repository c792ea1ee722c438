import type { Limits } from '../catalogue/thresholds.ts';

/** Index into `latencyZones`: up to the warning limit, up to the critical limit, beyond it. */
export function latencyZone(seconds: number, limits: Limits): number {
  if (seconds > limits.critical) return 2;
  return seconds > limits.warning ? 1 : 0;
}
