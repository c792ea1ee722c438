import type { Random } from '../system-clock.ts';
import { longestDelay } from './longest-delay.ts';

/** How long a supervisor waits before it starts a process again. */
export interface BackOffOptions {
  /** Before the first restart; default 1,000. Each further one waits twice as long. */
  readonly firstDelayMs?: number | undefined;
  /** The longest; default 60,000. */
  readonly longestDelayMs?: number | undefined;
}

/**
 * Milliseconds to wait before a restart, after so many that did not help. Half of it is chance, so that
 * processes that died together do not come back together ("equal jitter").
 */
export type BackOff = (failures: number) => number;

/** From 1 ms beyond any delay that there can be. */
const mostDoublings = 31;

/** Throws a RangeError that names the option when a delay makes no sense. */
export function createBackOff(options: BackOffOptions, random: Random): BackOff {
  const { firstDelayMs = 1000, longestDelayMs = 60_000 } = options;
  if (!(firstDelayMs >= 0 && firstDelayMs <= longestDelayMs && longestDelayMs <= longestDelay)) {
    throw new RangeError(
      `firstDelayMs and longestDelayMs must be from 0 to ${longestDelay} and in this order, got ${firstDelayMs} and ${longestDelayMs}`,
    );
  }
  return (failures) => {
    const delay = Math.min(longestDelayMs, firstDelayMs * 2 ** Math.min(failures, mostDoublings));
    return delay / 2 + (delay / 2) * random();
  };
}
