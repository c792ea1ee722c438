import type { Clock } from '@turnscope/core';

/**
 * The machine's stopwatch: milliseconds since the process started, which never jump. For measuring
 * durations only; the time of day is `systemClock` of core.
 */
export const monotonicClock: Clock = { now: () => performance.now() };

/** Chance: a number from 0 to below 1. */
export type Random = () => number;

/** The machine's chance. Not for secrets. */
export const systemRandom: Random = () => Math.random();
