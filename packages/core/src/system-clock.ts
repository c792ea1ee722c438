import type { Clock } from './clock.ts';

/** The machine's own clock: the default where a caller brings none. The only place that asks for it. */
export const systemClock: Clock = { now: () => Date.now() };
