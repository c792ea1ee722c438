import {
  conversationsActive,
  conversationsStarted,
} from '../../../../packages/core/src/catalogue/metrics/conversations.ts';
import { processStarts } from '../../../../packages/core/src/catalogue/metrics/processes.ts';
import type { RowPlan } from '../panel-plan.ts';
import { ratePerMinute, selected } from '../promql.ts';

/** How many are at work, and how often they begin. */
export const processes: RowPlan = {
  id: 600,
  title: 'Processes and conversations',
  panels: [
    {
      id: 601,
      title: 'Process starts by kind',
      description:
        'Agent processes that started, for each minute: fresh, by a resume of a person, or by a supervisor.',
      unit: 'cpm',
      kind: 'bars',
      width: 8,
      queries: [{ expression: ratePerMinute(processStarts, { by: ['kind'] }), legend: '{{kind}}' }],
    },
    {
      id: 602,
      title: 'Conversations started',
      description: 'Conversations that began, for each minute, by the role of the agent.',
      unit: 'cpm',
      kind: 'bars',
      width: 8,
      queries: [
        {
          expression: ratePerMinute(conversationsStarted, { by: ['process_type'] }),
          legend: '{{process_type}}',
        },
      ],
    },
    {
      id: 603,
      title: 'Conversations at work',
      description: 'Conversations with an event in the last 15 minutes that have not ended.',
      unit: 'short',
      kind: 'lines',
      width: 8,
      queries: [
        {
          expression: `sum by (process_type) (${selected(conversationsActive)})`,
          legend: '{{process_type}}',
        },
      ],
    },
  ],
};
