import type { MetricDefinition } from '@turnscope/core';
import { metric } from '../../metric.ts';
import { fixedLimits } from '../plan/panel-limits.ts';
import type { RowPlan } from '../plan/panel-plan.ts';
import { PanelQueries, ratio } from '../plan/panel-queries.ts';

const queries = new PanelQueries([]);
const full = fixedLimits('above', { warning: 0.8, critical: 1 });

/** Memory has bounds, and what lies beyond is folded together or forgotten. */
export const bounds: RowPlan = {
  id: 300,
  title: 'Bounds of memory',
  panels: [
    {
      id: 301,
      title: 'Rows used',
      description:
        'Label combinations held, as a part of what may be held, by kind of event. At 100 % new ones become "other".',
      unit: 'percentunit',
      kind: 'lines',
      width: 6,
      limits: full,
      queries: [{ expression: used('rows', 'rows_limit', ['event']), legend: '{{event}}' }],
    },
    {
      id: 302,
      title: 'Label values used',
      description:
        'Distinct values seen of each label whose values come from outside, as a part of what may be. At 100 % new ones become "other".',
      unit: 'percentunit',
      kind: 'lines',
      width: 6,
      limits: full,
      queries: [
        { expression: used('label_values', 'label_values_limit', ['label']), legend: '{{label}}' },
      ],
    },
    {
      id: 303,
      title: 'Conversations and history used',
      description:
        'Conversations held in memory, and memory of the history that windows are cut from, as a part of what may be. At 100 % the oldest are forgotten.',
      unit: 'percentunit',
      kind: 'lines',
      width: 6,
      limits: full,
      queries: [
        {
          expression: used('conversations_tracked', 'conversations_tracked_limit'),
          legend: 'conversations',
        },
        {
          expression: used('evaluator_ring_bytes', 'evaluator_ring_limit_bytes'),
          legend: 'history',
        },
      ],
    },
    {
      id: 304,
      title: 'Folded together or forgotten',
      description:
        'For each minute: label values and rows that became "other", conversations and history that were dropped, because a bound was reached. Best at 0.',
      unit: 'cpm',
      kind: 'bars',
      width: 6,
      queries: [
        {
          expression: queries.perMinuteIfAny(metric('label_values_overflowed_total'), {
            by: ['label'],
          }),
          legend: 'label: {{label}}',
        },
        {
          expression: queries.perMinuteIfAny(metric('rows_overflowed_total'), { by: ['event'] }),
          legend: 'row: {{event}}',
        },
        {
          expression: queries.perMinute(metric('conversations_evicted_total')),
          legend: 'conversations',
        },
        {
          expression: queries.perMinute(metric('evaluator_ring_dropped_total')),
          legend: 'history',
        },
      ],
    },
  ],
};

/** The part of a bound that is used, on the exporter where it is most. */
function used(held: string, limit: string, by: readonly string[] = []): string {
  const of = (definition: MetricDefinition) =>
    queries.gauge('max', definition, { by: [...by, 'instance'] });
  const part = ratio(of(metric(held)), of(metric(limit)));
  return by.length === 0 ? `max (${part})` : `max by (${by.join(', ')}) (${part})`;
}
