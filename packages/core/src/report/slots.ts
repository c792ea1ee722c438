import type { Ring } from '../window/ring.ts';
import { cutBetween, type Window } from '../window/window.ts';

/** A day has one for each hour, an hour one for each five minutes. */
const mostSlots = 24;
const leastSlots = 12;
const leastSlotMilliseconds = 300_000;

/**
 * Cuts the time between two moments into equal slots; empty ones are left out. Each begins at the entry
 * that ends the one before, so that together they are the whole window.
 */
export function cutSlots(ring: Ring, from: number, to: number): readonly Window[] {
  const fitting = Math.floor((to - from) / leastSlotMilliseconds);
  const count = Math.min(mostSlots, Math.max(leastSlots, fitting));
  const edges = Array.from({ length: count }, (_, at) => from + ((to - from) * at) / count);
  return cutAt(ring, [...edges, to]);
}

/** The windows between neighbouring times: from the entry at or after one to the entry at or after the next. */
export function cutAt(ring: Ring, edges: readonly number[]): readonly Window[] {
  const last = ring.lastUntil(edges.at(-1) ?? Number.NaN)?.at ?? Number.NEGATIVE_INFINITY;
  const entries = edges.map((edge) => Math.min(ring.firstFrom(edge)?.at ?? last, last));
  return entries.slice(1).flatMap((end, at) => {
    const window = cutBetween(ring, entries[at] ?? end, end);
    return window === undefined ? [] : [window];
  });
}
