import {
  contextSize,
  tokensTotal,
} from '../../../../packages/core/src/catalogue/metrics/responses.ts';
import type { RowPlan } from '../panel-plan.ts';
import { quantile, ratePerMinute, ratePerSecond, ratio } from '../promql.ts';

const byProcessType = ['process_type'];

/** What goes into the model and comes out of it. */
export const tokens: RowPlan = {
  id: 400,
  title: 'Tokens and context',
  panels: [
    {
      id: 401,
      title: 'Tokens by type',
      description:
        'Tokens for each minute. Input excludes what was read from or written to the cache.',
      unit: 'cpm',
      kind: 'bars',
      width: 8,
      queries: [{ expression: ratePerMinute(tokensTotal, { by: ['type'] }), legend: '{{type}}' }],
    },
    {
      id: 402,
      title: 'Output tokens by model',
      description: 'Tokens that each model wrote, for each minute.',
      unit: 'cpm',
      kind: 'bars',
      width: 8,
      queries: [
        {
          expression: ratePerMinute(tokensTotal, { by: ['model'], where: 'type="output"' }),
          legend: '{{model}}',
        },
      ],
    },
    {
      id: 403,
      title: 'Input read from the cache',
      description:
        'Tokens read from the cache among all that were sent. A fall makes every request dearer and slower.',
      unit: 'percentunit',
      kind: 'lines',
      width: 8,
      queries: [
        {
          expression: ratio(
            ratePerSecond(tokensTotal, { by: byProcessType, where: 'type="cache_read"' }),
            ratePerSecond(tokensTotal, { by: byProcessType, where: 'type!="output"' }),
          ),
          legend: '{{process_type}}',
        },
      ],
    },
    {
      id: 404,
      title: 'Context tokens',
      description: 'Size of the context that was sent with a request.',
      unit: 'short',
      kind: 'lines',
      width: 12,
      queries: [
        { expression: quantile(0.5, contextSize), legend: 'p50' },
        { expression: quantile(0.95, contextSize), legend: 'p95' },
      ],
    },
    {
      id: 405,
      title: 'Context tokens, p95 by process type',
      description: '95 of 100 requests sent a context of at most this size.',
      unit: 'short',
      kind: 'lines',
      width: 12,
      queries: [
        { expression: quantile(0.95, contextSize, byProcessType), legend: '{{process_type}}' },
      ],
    },
  ],
};
