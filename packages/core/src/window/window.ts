import type { Ring, RingEntry } from './ring.ts';

/**
 * What happened between two entries of the ring. As a range of Prometheus it runs from the first
 * entry at or after its start to the last at or before its end, never from one before: or what a
 * machine did before it slept for nine hours would land in the last five minutes.
 */
export interface Window {
  /** Epoch milliseconds of the two entries. */
  readonly from: number;
  readonly to: number;
  /** Growth of one number; at least 0. `at`: its place among all groups. */
  increase(at: number): number;
  /** A number as it is at the end; NaN where there is none. */
  latest(at: number): number;
}

/** The window of so many seconds up to `to`; undefined without two entries in it. */
export function cutWindow(ring: Ring, to: number, seconds: number): Window | undefined {
  return cutBetween(ring, to - seconds * 1000, to);
}

/** The window between two times; undefined without two entries in it. */
export function cutBetween(ring: Ring, from: number, to: number): Window | undefined {
  const first = ring.firstFrom(from);
  const last = ring.lastUntil(to);
  if (first === undefined || last === undefined || first.at >= last.at) return undefined;
  return between(first, last);
}

function between(first: RingEntry, last: RingEntry): Window {
  return {
    from: first.at,
    to: last.at,
    // A group that the first entry does not know yet stood at 0 there.
    increase: (at) => Math.max(0, (last.numbers[at] ?? 0) - (first.numbers[at] ?? 0)),
    latest: (at) => last.numbers[at] ?? Number.NaN,
  };
}
