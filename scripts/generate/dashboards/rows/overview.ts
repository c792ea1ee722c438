import {
  compactionRatio,
  compactionsTotal,
} from '../../../../packages/core/src/catalogue/metrics/compactions.ts';
import {
  responseDuration,
  tokensTotal,
} from '../../../../packages/core/src/catalogue/metrics/responses.ts';
import { turnsTotal } from '../../../../packages/core/src/catalogue/metrics/turns.ts';
import type { RowPlan } from '../panel-plan.ts';
import { increaseInRange, meanInRange, quantileInRange, ratio } from '../promql.ts';

/** One figure each, for all the time that the dashboard shows. */
export const overview: RowPlan = {
  id: 100,
  title: 'In the time shown',
  panels: [
    {
      id: 101,
      title: 'Turns',
      description: 'Turns that ended: a prompt and everything the agent did until it had answered.',
      unit: 'short',
      kind: 'number',
      width: 4,
      queries: [{ expression: increaseInRange(turnsTotal), legend: 'turns' }],
    },
    {
      id: 102,
      title: 'Turns completed',
      description:
        'Successful turns among those that succeeded or failed. An interrupt by a person is no failure.',
      unit: 'percentunit',
      kind: 'number',
      width: 4,
      queries: [
        {
          expression: ratio(
            increaseInRange(turnsTotal, { where: 'outcome="success"' }),
            increaseInRange(turnsTotal, { where: 'outcome=~"success|error"' }),
          ),
          legend: 'completed',
        },
      ],
    },
    {
      id: 103,
      title: 'Response latency, p95',
      description: '95 of 100 responses of the model came within this time, retries included.',
      unit: 's',
      kind: 'number',
      width: 4,
      queries: [{ expression: quantileInRange(0.95, responseDuration), legend: 'p95' }],
    },
    {
      id: 104,
      title: 'Tokens',
      description: 'Tokens of all types: input, output, read from and written to the cache.',
      unit: 'short',
      kind: 'number',
      width: 4,
      queries: [{ expression: increaseInRange(tokensTotal), legend: 'tokens' }],
    },
    {
      id: 105,
      title: 'Compactions',
      description: 'How often the context of a conversation was replaced by a shorter one.',
      unit: 'short',
      kind: 'number',
      width: 4,
      queries: [{ expression: increaseInRange(compactionsTotal), legend: 'compactions' }],
    },
    {
      id: 106,
      title: 'Context kept by a compaction',
      description:
        'Mean size of the context after a compaction divided by the size before; lower is better.',
      unit: 'percentunit',
      kind: 'number',
      width: 4,
      queries: [{ expression: meanInRange(compactionRatio), legend: 'kept' }],
    },
  ],
};
