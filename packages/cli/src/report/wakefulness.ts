import { type AgentEvent, alerts, windows } from '@turnscope/core';
import { knownTime } from './event-log.ts';
import type { Period } from './period.ts';

const longestWindowSeconds = Math.max(...Object.values(windows));
const longestKeepFiringSeconds = Math.max(
  ...alerts.map((alert) => (alert.scope === 'both' ? alert.keepFiringForSeconds : 0)),
);

/** So long after an event evaluations can still see something change: until it has left every window and alert. */
export const wakeMs: number = (longestWindowSeconds + longestKeepFiringSeconds) * 1000;

/** How much of the period evaluations can see something change in; `events` in the order in which they were known. */
export function awakeMs(events: readonly AgentEvent[], { from, to }: Period): number {
  let awake = 0;
  let until = from;
  for (const event of events) {
    const at = Math.min(knownTime(event), to);
    const end = Math.min(at + wakeMs, to);
    awake += end - Math.max(until, at);
    until = end;
  }
  return awake;
}
