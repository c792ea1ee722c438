import {
  compactionDuration,
  compactionRatio,
  compactionsTotal,
  compactionTokens,
} from '../../../../packages/core/src/catalogue/metrics/compactions.ts';
import type { RowPlan } from '../panel-plan.ts';
import { mean, quantile, ratePerMinute } from '../promql.ts';

/** How often contexts are replaced by shorter ones, and what it brings. */
export const compactions: RowPlan = {
  id: 500,
  title: 'Compactions',
  panels: [
    {
      id: 501,
      title: 'Compactions by trigger',
      description:
        'How often the context of a conversation was replaced by a shorter one, for each minute.',
      unit: 'cpm',
      kind: 'bars',
      width: 6,
      queries: [
        {
          expression: ratePerMinute(compactionsTotal, { by: ['trigger', 'outcome'] }),
          legend: '{{trigger}}, {{outcome}}',
        },
      ],
    },
    {
      id: 502,
      title: 'Context kept by a compaction',
      description:
        'Mean size of the context after a compaction divided by the size before; 30 % means 70 % was saved.',
      unit: 'percentunit',
      kind: 'lines',
      width: 6,
      queries: [
        { expression: mean(compactionRatio, ['process_type']), legend: '{{process_type}}' },
      ],
    },
    {
      id: 503,
      title: 'Context before and after compactions',
      description: 'Tokens in contexts that were compacted, for each minute: before and after.',
      unit: 'cpm',
      kind: 'lines',
      width: 6,
      queries: [
        { expression: ratePerMinute(compactionTokens, { by: ['stage'] }), legend: '{{stage}}' },
      ],
    },
    {
      id: 504,
      title: 'Compaction duration',
      description: 'Time a compaction took, during which the agent did nothing else.',
      unit: 's',
      kind: 'lines',
      width: 6,
      queries: [
        { expression: quantile(0.5, compactionDuration), legend: 'p50' },
        { expression: quantile(0.95, compactionDuration), legend: 'p95' },
      ],
    },
  ],
};
