import {
  responseRetries,
  responsesTotal,
} from '../../../../packages/core/src/catalogue/metrics/responses.ts';
import { turnDuration, turnsTotal } from '../../../../packages/core/src/catalogue/metrics/turns.ts';
import type { RowPlan } from '../panel-plan.ts';
import { quantile, ratePerMinute } from '../promql.ts';

/** How much is done, and how it ends. */
export const turns: RowPlan = {
  id: 200,
  title: 'Turns and responses',
  panels: [
    {
      id: 201,
      title: 'Turns by outcome',
      description:
        'Turns that ended, for each minute. Interrupted: a person stopped it. Error: the agent gave up.',
      unit: 'cpm',
      kind: 'bars',
      width: 12,
      queries: [
        { expression: ratePerMinute(turnsTotal, { by: ['outcome'] }), legend: '{{outcome}}' },
      ],
    },
    {
      id: 202,
      title: 'Responses by outcome',
      description:
        'Answers of the model, one for each request, for each minute. A turn has one or more.',
      unit: 'cpm',
      kind: 'bars',
      width: 12,
      queries: [
        { expression: ratePerMinute(responsesTotal, { by: ['outcome'] }), legend: '{{outcome}}' },
      ],
    },
    {
      id: 203,
      title: 'Turn duration',
      description:
        'Wall time of turns from prompt to answer. It contains waiting for people, so look at quantiles only.',
      unit: 's',
      kind: 'lines',
      width: 8,
      queries: [
        { expression: quantile(0.5, turnDuration), legend: 'p50' },
        { expression: quantile(0.95, turnDuration), legend: 'p95' },
      ],
    },
    {
      id: 204,
      title: 'Turns by process type',
      description: 'Turns that ended, for each minute, by the role of the agent.',
      unit: 'cpm',
      kind: 'bars',
      width: 8,
      queries: [
        {
          expression: ratePerMinute(turnsTotal, { by: ['process_type'] }),
          legend: '{{process_type}}',
        },
      ],
    },
    {
      id: 205,
      title: 'Retries by reason',
      description: 'Attempts at a request that failed and were made again, for each minute.',
      unit: 'cpm',
      kind: 'bars',
      width: 8,
      queries: [
        { expression: ratePerMinute(responseRetries, { by: ['reason'] }), legend: '{{reason}}' },
      ],
    },
  ],
};
