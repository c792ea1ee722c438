import type { AgentEvent, PerformanceMonitor } from '@turnscope/core';
import fc from 'fast-check';
import { rightEvents } from './event-arbitraries.ts';
import { readAll } from './read-series.ts';

/** The labels of the laws. */
export const userLabels = { project: ['shop', 'billing'], team: ['web'] } as const;

const labels = fc.record(
  {
    project: fc.constantFrom('shop', 'billing', 'other', 'not listed'),
    team: fc.constantFrom('web', 'not listed'),
  },
  { requiredKeys: [] },
);

/** Right events of every type, most of them with labels. */
export const attributedEvents = fc
  .tuple(rightEvents, fc.infiniteStream(fc.option(labels, { nil: undefined })))
  .map(([events, all]) =>
    events.map((event): AgentEvent => {
      const given = all.next().value;
      return given === undefined ? event : { ...event, labels: given };
    }),
  );

export function withoutLabels({ labels: _, ...event }: AgentEvent): AgentEvent {
  return event as AgentEvent;
}

/** Every number but 0, summed over the user's labels; without what tells of the adapter itself. */
export function totalsOf(monitor: PerformanceMonitor): Readonly<Record<string, number>> {
  const totals: Record<string, number> = {};
  for (const [key, value] of Object.entries(readAll(monitor))) {
    if (value === 0 || aboutItself.test(key)) continue;
    const total = key.replace(/,?\b(project|team)=[^,}]*/g, '').replace('{,', '{');
    totals[total] = (totals[total] ?? 0) + value;
  }
  return totals;
}

const aboutItself = /^turnscope_(rows|label_values|evaluations_total)\b/;
