import { metric } from '../../metric.ts';
import type { RowPlan } from '../plan/panel-plan.ts';
import { PanelQueries, ratio } from '../plan/panel-queries.ts';

const queries = new PanelQueries(['process_type', 'model']);
const tokens = metric('tokens_total');
const cost = metric('cost_usd_total');
const context = metric('context_size_tokens');
const sent = 'input|cache_read|cache_creation';

/** Where the tokens go. */
export const tokenFlow: RowPlan = {
  id: 200,
  title: 'Tokens and contexts',
  panels: [
    {
      id: 201,
      title: 'Tokens by type',
      description:
        'Tokens for each minute. Input excludes what was read from or written to the cache.',
      unit: 'cpm',
      kind: 'bars',
      width: 8,
      queries: [{ expression: queries.perMinute(tokens, { by: ['type'] }), legend: '{{type}}' }],
    },
    {
      id: 202,
      title: 'Output tokens by model',
      description: 'Tokens that each model wrote, for each minute.',
      unit: 'cpm',
      kind: 'bars',
      width: 8,
      queries: [
        {
          expression: queries.perMinute(tokens, { by: ['model'], where: { type: 'output' } }),
          legend: '{{model}}',
        },
      ],
    },
    {
      id: 203,
      title: 'Input from the cache over time',
      description:
        'Tokens read from the cache among all that were sent, by the role of the agent. It falls after a pause and after a compaction.',
      unit: 'percentunit',
      kind: 'lines',
      width: 8,
      queries: [
        {
          expression: ratio(
            queries.perSecond(tokens, { by: ['process_type'], where: { type: 'cache_read' } }),
            queries.perSecond(tokens, { by: ['process_type'], where: { type: sent } }),
          ),
          legend: '{{process_type}}',
        },
      ],
    },
    {
      id: 204,
      title: 'Context size, distribution',
      description:
        'How many requests sent a context of which size. It climbs until a compaction; a band at the top is a conversation on its limit.',
      unit: 'short',
      kind: 'heatmap',
      width: 8,
      queries: [{ expression: queries.buckets(context), legend: '{{le}}', exemplars: true }],
    },
    {
      id: 205,
      title: 'Context size, p95 by process type',
      description: '95 of 100 requests sent a context of at most this size.',
      unit: 'short',
      kind: 'lines',
      width: 8,
      queries: [
        {
          expression: queries.quantile(0.95, context, { by: ['process_type'] }),
          legend: '{{process_type}}',
        },
      ],
    },
    {
      id: 206,
      title: 'Responses with an untrusted output count',
      description:
        'Responses for each minute whose number of output tokens is a placeholder of the agent, not a measurement. Best at 0.',
      unit: 'cpm',
      kind: 'lines',
      width: 8,
      queries: [
        {
          expression: queries.perMinute(metric('responses_untrusted_output_total'), {
            by: ['process_type'],
          }),
          legend: '{{process_type}}',
        },
      ],
    },
  ],
};

/** What it costs, where a source reports it. */
export const money: RowPlan = {
  id: 300,
  title: 'Cost, where a source reports it',
  panels: [
    {
      id: 301,
      title: 'Cost of an hour, by model',
      description: 'US dollars that an hour would cost at the pace of each moment.',
      unit: 'currencyUSD',
      kind: 'bars',
      width: 8,
      noValue: 'no source reports it',
      queries: [{ expression: queries.perHour(cost, { by: ['model'] }), legend: '{{model}}' }],
    },
    {
      id: 302,
      title: 'Cost of an hour, by process type',
      description: 'The same, by the role of the agent.',
      unit: 'currencyUSD',
      kind: 'bars',
      width: 8,
      noValue: 'no source reports it',
      queries: [
        { expression: queries.perHour(cost, { by: ['process_type'] }), legend: '{{process_type}}' },
      ],
    },
    {
      id: 303,
      title: 'Cost of a turn',
      description: 'US dollars divided by turns that ended, by the role of the agent.',
      unit: 'currencyUSD',
      kind: 'lines',
      width: 8,
      noValue: 'no source reports it',
      queries: [
        {
          expression: ratio(
            queries.perSecond(cost, { by: ['process_type'] }),
            queries.perSecond(metric('turns_total'), { by: ['process_type'] }),
          ),
          legend: '{{process_type}}',
        },
      ],
    },
  ],
};
