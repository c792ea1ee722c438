import { metric } from '../../metric.ts';
import type { RowPlan } from '../plan/panel-plan.ts';
import { PanelQueries } from '../plan/panel-queries.ts';

const queries = new PanelQueries(['process_type', 'model']);
const turns = metric('turns_total');
const responses = metric('turn_responses');
const lengths = metric('conversation_turns');

/** How much is done, by whom and for whom. */
export const turnWork: RowPlan = {
  id: 200,
  title: 'Turns and conversations',
  panels: [
    {
      id: 201,
      title: 'Turns by outcome',
      description:
        'Turns that ended, for each minute. Interrupted: a person stopped it. Error: the agent gave up.',
      unit: 'cpm',
      kind: 'bars',
      width: 8,
      queries: [
        { expression: queries.perMinute(turns, { by: ['outcome'] }), legend: '{{outcome}}' },
      ],
    },
    {
      id: 202,
      title: 'Turns by process type',
      description: 'Turns that ended, for each minute, by the role of the agent.',
      unit: 'cpm',
      kind: 'bars',
      width: 8,
      queries: [
        {
          expression: queries.perMinute(turns, { by: ['process_type'] }),
          legend: '{{process_type}}',
        },
      ],
    },
    {
      id: 203,
      title: 'Turns by initiator',
      description:
        'Turns that ended, for each minute, by who began them: a person, or a task such as a background notification.',
      unit: 'cpm',
      kind: 'bars',
      width: 8,
      queries: [
        { expression: queries.perMinute(turns, { by: ['initiator'] }), legend: '{{initiator}}' },
      ],
    },
    {
      id: 204,
      title: 'Responses in a turn',
      description:
        'Half and 95 of 100 turns took at most so many responses of the model. One is an exchange; many are long work, or an agent that goes in circles.',
      unit: 'short',
      kind: 'lines',
      width: 8,
      queries: [
        { expression: queries.quantile(0.5, responses), legend: 'p50' },
        { expression: queries.quantile(0.95, responses), legend: 'p95' },
      ],
    },
    {
      id: 205,
      title: 'Conversations started',
      description: 'Conversations that began, for each minute, by the role of the agent.',
      unit: 'cpm',
      kind: 'bars',
      width: 8,
      queries: [
        {
          expression: queries.perMinute(metric('conversations_started_total'), {
            by: ['process_type'],
          }),
          legend: '{{process_type}}',
        },
      ],
    },
    {
      id: 206,
      title: 'Turns in a conversation',
      description:
        'Half and 95 of 100 conversations that ended in the time shown, or had been quiet for a day, had at most so many turns.',
      unit: 'short',
      kind: 'number',
      height: 8,
      width: 8,
      noValue: 'none has ended',
      queries: [
        { expression: queries.quantileInRange(0.5, lengths), legend: 'p50' },
        { expression: queries.quantileInRange(0.95, lengths), legend: 'p95' },
      ],
    },
  ],
};
