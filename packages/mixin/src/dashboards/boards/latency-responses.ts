import type { Thresholds } from '@turnscope/core';
import { metric } from '../../metric.ts';
import type { MixinOptions } from '../../mixin-options.ts';
import { limitQueries } from '../plan/limit-queries.ts';
import { thresholdLimits } from '../plan/panel-limits.ts';
import type { PanelPlan, RowPlan } from '../plan/panel-plan.ts';
import { PanelQueries } from '../plan/panel-queries.ts';
import { type SignalWords, signalOverTime } from '../plan/signal-panel.ts';

const queries = new PanelQueries(['process_type', 'model']);
const duration = metric('response_duration_seconds');

/** How long the model takes to answer. */
export function responseLatency({ thresholds }: MixinOptions): RowPlan {
  return {
    id: 200,
    title: 'Responses of the model',
    panels: [
      ...whole,
      byProcessType(thresholds),
      ...byModel,
      zones,
      signalOverTime(score, thresholds),
      retries,
    ],
  };
}

const whole: readonly PanelPlan[] = [
  {
    id: 201,
    title: 'Response latency, distribution',
    description:
      'How many responses took how long. A second band, or one that moves up, is what quantiles hide.',
    unit: 's',
    kind: 'heatmap',
    width: 12,
    queries: [{ expression: queries.buckets(duration), legend: '{{le}}', exemplars: true }],
  },
  {
    id: 202,
    title: 'Response latency, quantiles',
    description: 'Half, 95 and 99 of 100 responses came within this time, retries included.',
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
  const limits = thresholdLimits('response_duration', 'above', thresholds);
  return {
    id: 203,
    title: 'Response latency, p95 by process type',
    description:
      '95 of 100 responses came within this time, by the role of the agent. Dashed: from where a single response is tolerated only, and from where it frustrates.',
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

const byModel: readonly PanelPlan[] = [
  {
    id: 204,
    title: 'Response latency, p95 by model',
    description: '95 of 100 responses came within this time, by the model that gave them.',
    unit: 's',
    kind: 'lines',
    width: 8,
    queries: [
      {
        expression: queries.quantile(0.95, duration, { by: ['model'] }),
        legend: '{{model}}',
        exemplars: true,
      },
    ],
  },
  {
    id: 205,
    title: 'Time to first token, p95 by model',
    description:
      'From the request to the first token, where the source measures it. Transcripts do not.',
    unit: 's',
    kind: 'lines',
    width: 8,
    noValue: 'no source measures it',
    queries: [
      {
        expression: queries.quantile(0.95, metric('response_time_to_first_token_seconds'), {
          by: ['model'],
        }),
        legend: '{{model}}',
        exemplars: true,
      },
    ],
  },
];

const zones: PanelPlan = {
  id: 206,
  title: 'Responses by latency zone',
  description:
    'Successful responses for each minute: satisfying up to the warning limit, tolerated up to the critical one, frustrating beyond. The latency score is made of these.',
  unit: 'cpm',
  kind: 'bars',
  width: 8,
  queries: [
    {
      expression: queries.perMinute(metric('response_latency_zone_total'), { by: ['zone'] }),
      legend: '{{zone}}',
    },
  ],
};

const score: SignalWords = {
  id: 207,
  signal: 'response_latency_score',
  title: 'Response latency score over time',
  advice: 'At or below a dashed line for five minutes an alert fires.',
  width: 8,
};

const retries: PanelPlan = {
  id: 208,
  title: 'Retries by reason',
  description:
    'Attempts at a request that failed and were made again, for each minute. A retry is time that a response took.',
  unit: 'cpm',
  kind: 'bars',
  width: 8,
  queries: [
    {
      expression: queries.perMinute(metric('response_retries_total'), { by: ['reason'] }),
      legend: '{{reason}}',
    },
  ],
};
