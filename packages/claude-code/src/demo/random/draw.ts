import type { RandomSource } from './pseudo-random.ts';

/** A log-normal spread, as durations and sizes have it: half lie below the median, few far above. */
export interface LogNormal {
  readonly median: number;
  /** Standard deviation of the logarithm: 0.5 puts one value in twenty beyond 2.3 medians. */
  readonly sigma: number;
  readonly min: number;
  readonly max: number;
}

/** True in the given share of draws. */
export function chance(random: RandomSource, share: number): boolean {
  return random() < share;
}

/** A whole number from `min` to `max`, both included. */
export function drawInteger(random: RandomSource, min: number, max: number): number {
  return min + Math.floor(random() * (max - min + 1));
}

/** One entry of a list that is not empty. */
export function drawOne<Entry>(random: RandomSource, entries: readonly [Entry, ...Entry[]]): Entry {
  return entries[Math.floor(random() * entries.length)] ?? entries[0];
}

/** A value of the spread, rounded to a whole number; beyond the limits it is the limit. */
export function drawLogNormal(random: RandomSource, spread: LogNormal): number {
  const value = spread.median * Math.exp(spread.sigma * drawNormal(random));
  return Math.round(Math.min(spread.max, Math.max(spread.min, value)));
}

/** Box-Muller, one of its two values; 1 - random() keeps the logarithm finite. */
function drawNormal(random: RandomSource): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random()));
  return radius * Math.cos(2 * Math.PI * random());
}
