import type { Thresholds } from '@turnscope/core';
import { metric } from '../../metric.ts';
import type { MixinOptions } from '../../mixin-options.ts';
import { limitQueries } from '../plan/limit-queries.ts';
import { thresholdLimits } from '../plan/panel-limits.ts';
import type { PanelPlan, RowPlan } from '../plan/panel-plan.ts';
import { PanelQueries } from '../plan/panel-queries.ts';

const queries = new PanelQueries(['process_type', 'model']);
const duration = metric('turn_duration_seconds');
const active = metric('turn_active_duration_seconds');

/** How long a person waits for the whole answer. */
export function turnLatency({ thresholds }: MixinOptions): RowPlan {
  return {
    id: 300,
    title: 'Turns',
    panels: [...whole, byProcessType(thresholds), ...parts],
  };
}

const whole: readonly PanelPlan[] = [
  {
    id: 301,
    title: 'Turn duration, distribution',
    description:
      'How many turns took how long, from prompt to answer. It contains waiting for people.',
    unit: 's',
    kind: 'heatmap',
    width: 12,
    queries: [{ expression: queries.buckets(duration), legend: '{{le}}', exemplars: true }],
  },
  {
    id: 302,
    title: 'Turn duration, quantiles',
    description:
      'Half, 95 and 99 of 100 turns took at most this long. A mean would be ruled by the few in which somebody went to lunch.',
    unit: 's',
    kind: 'lines',
    width: 12,
    queries: [
      { expression: queries.quantile(0.5, duration), legend: 'p50', exemplars: true },
      { expression: queries.quantile(0.95, duration), legend: 'p95' },
      { expression: queries.quantile(0.99, duration), legend: 'p99' },
    ],
  },
];

function byProcessType(thresholds: Thresholds): PanelPlan {
  const limits = thresholdLimits('turn_duration', 'above', thresholds);
  return {
    id: 303,
    title: 'Turn duration, p95 by process type',
    description:
      '95 of 100 turns took at most this long, by the role of the agent. Dashed: from where a single turn is tolerated only, and from where it frustrates.',
    unit: 's',
    kind: 'lines',
    width: 8,
    limits,
    queries: [
      {
        expression: queries.quantile(0.95, duration, { by: ['process_type'] }),
        legend: '{{process_type}}',
        exemplars: true,
      },
      ...limitQueries(limits),
    ],
  };
}

const parts: readonly PanelPlan[] = [
  {
    id: 304,
    title: 'Turns without waiting for people',
    description:
      'Half and 95 of 100 turns took at most this long without the time in which a person was asked, where the source tells.',
    unit: 's',
    kind: 'lines',
    width: 8,
    noValue: 'no source tells',
    queries: [
      { expression: queries.quantile(0.5, active), legend: 'p50', exemplars: true },
      { expression: queries.quantile(0.95, active), legend: 'p95' },
    ],
  },
  {
    id: 305,
    title: 'Turns by latency zone',
    description:
      'Successful turns for each minute: satisfying up to the warning limit, tolerated up to the critical one, frustrating beyond.',
    unit: 'cpm',
    kind: 'bars',
    width: 8,
    queries: [
      {
        expression: queries.perMinute(metric('turn_latency_zone_total'), { by: ['zone'] }),
        legend: '{{zone}}',
      },
    ],
  },
];

/** What takes the time of a turn when responses are fast. */
export const toolLatency: RowPlan = {
  id: 400,
  title: 'Tools, of all process types and models',
  panels: [
    {
      id: 401,
      title: 'Slowest tools, p95',
      description:
        'The five tools for which 95 of 100 calls took longest. It contains waiting for permission.',
      unit: 's',
      kind: 'lines',
      width: 12,
      queries: [
        {
          expression: `topk(5, ${queries.quantile(0.95, metric('tool_call_duration_seconds'), { by: ['tool'] })})`,
          legend: '{{tool}}',
          exemplars: true,
        },
      ],
    },
    {
      id: 402,
      title: 'Time spent in tools',
      description: 'Minutes that tools took together, for each minute, of the five that took most.',
      unit: 'short',
      kind: 'bars',
      width: 12,
      queries: [
        {
          expression: `topk(5, ${queries.spent(metric('tool_call_duration_seconds'), { by: ['tool'] })})`,
          legend: '{{tool}}',
        },
      ],
    },
  ],
};
