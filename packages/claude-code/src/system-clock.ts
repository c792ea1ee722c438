import type { Clock } from '@turnscope/core';

/** Chance: a number from 0 to below 1. */
export type Random = () => number;

/** The machine's chance. Not for secrets. */
export const systemRandom: Random = () => Math.random();

/** Milliseconds that never jump, for durations only. */
export const stopwatch: Clock = { now: () => performance.now() };
