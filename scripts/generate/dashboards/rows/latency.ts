import { responseDuration } from '../../../../packages/core/src/catalogue/metrics/responses.ts';
import type { RowPlan } from '../panel-plan.ts';
import { bucketIncrease, quantile } from '../promql.ts';

/** How long the model takes to answer. */
export const latency: RowPlan = {
  id: 300,
  title: 'Response latency',
  panels: [
    {
      id: 301,
      title: 'Response latency, distribution',
      description:
        'How many responses took how long. A second band, or one that moves up, is what quantiles hide.',
      unit: 's',
      kind: 'heatmap',
      width: 12,
      queries: [{ expression: bucketIncrease(responseDuration), legend: '{{le}}' }],
    },
    {
      id: 302,
      title: 'Response latency, quantiles',
      description: 'Half, 95 and 99 of 100 responses came within this time.',
      unit: 's',
      kind: 'lines',
      width: 6,
      queries: [
        { expression: quantile(0.5, responseDuration), legend: 'p50' },
        { expression: quantile(0.95, responseDuration), legend: 'p95' },
        { expression: quantile(0.99, responseDuration), legend: 'p99' },
      ],
    },
    {
      id: 303,
      title: 'Response latency, p95 by process type',
      description: '95 of 100 responses came within this time, by the role of the agent.',
      unit: 's',
      kind: 'lines',
      width: 6,
      queries: [
        {
          expression: quantile(0.95, responseDuration, ['process_type']),
          legend: '{{process_type}}',
        },
      ],
    },
  ],
};
