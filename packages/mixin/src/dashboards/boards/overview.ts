import { metric } from '../../metric.ts';
import type { MixinOptions } from '../../mixin-options.ts';
import { activeAlerts, alertHistory, firing, pending } from '../plan/alert-panels.ts';
import { exportersAnswering, exportersSilent, sinceEvaluation } from '../plan/exporter-panels.ts';
import type { DashboardPlan, RowPlan } from '../plan/panel-plan.ts';
import { PanelQueries } from '../plan/panel-queries.ts';
import { type SignalWords, signalOverTime } from '../plan/signal-panel.ts';
import { againstLastWeek } from './overview-weeks.ts';

const queries = new PanelQueries(['process_type']);

/** What is wrong now, and where; the other dashboards say why. */
export function overview(options: MixinOptions): DashboardPlan {
  return {
    name: 'overview',
    title: 'Turnscope / Overview',
    description: 'What is wrong with the agents now, and whether they get better or worse.',
    rows: [wrongNow(options), scores(options), againstLastWeek, work],
    annotated: ['restarts'],
  };
}

function wrongNow(options: MixinOptions): RowPlan {
  return {
    id: 100,
    title: 'Is anything wrong, and where?',
    panels: [
      firing('critical', { id: 101, width: 4 }),
      firing('warning', { id: 102, width: 4 }),
      pending({ id: 103, width: 4 }),
      exportersSilent({ id: 104, width: 4 }),
      exportersAnswering({ id: 105, width: 4 }),
      sinceEvaluation({ id: 106, width: 4 }),
      alertHistory({ id: 107, width: 14, height: 10 }),
      activeAlerts({ id: 108, width: 10, height: 10 }, options),
    ],
  };
}

function scores({ thresholds }: MixinOptions): RowPlan {
  return {
    id: 200,
    title: 'Scores against their limits',
    panels: scored.map((words) => signalOverTime({ ...words, width: 6, height: 7 }, thresholds)),
  };
}

const scored: readonly Omit<SignalWords, 'width'>[] = [
  {
    id: 201,
    signal: 'efficiency_score',
    title: 'Efficiency',
    advice: 'One of its two parts tells why it fell: the next two panels.',
    more: 'turns',
  },
  {
    id: 202,
    signal: 'completion_ratio',
    title: 'Turns completed',
    advice: 'An interrupt by a person is no failure.',
    more: 'turns',
  },
  {
    id: 203,
    signal: 'response_latency_score',
    title: 'Response latency score',
    advice: 'It falls when the model, its provider or a large context is slow.',
    more: 'latency',
  },
  {
    id: 204,
    signal: 'turn_latency_score',
    title: 'Turn latency score',
    advice: 'Where responses are fast and turns slow, tools or people take the time.',
    more: 'latency',
  },
  {
    id: 205,
    signal: 'response_error_ratio',
    title: 'Responses failed',
    advice: 'Look at the reasons of the retries, and at the status of the provider.',
    more: 'turns',
  },
  {
    id: 206,
    signal: 'compaction_ratio_mean',
    title: 'Context kept by a compaction',
    advice: '30 % means that 70 % was saved.',
    more: 'compaction',
  },
  {
    id: 207,
    signal: 'compaction_thrash_ratio',
    title: 'Compactions right after another',
    advice:
      'Thrash: the context is full again at once, and the agent spends its time on forgetting.',
    more: 'compaction',
  },
  {
    id: 208,
    signal: 'restarts_1h',
    title: 'Restarts in an hour',
    advice: 'Only a supervisor restarts; without one there is nothing to see here.',
    more: 'processes',
  },
];

/** How much is done, to tell a quiet time from a broken one. */
const work: RowPlan = {
  id: 400,
  title: 'Work',
  panels: [
    {
      id: 401,
      title: 'Turns by outcome',
      description:
        'Turns that ended, for each minute. Interrupted: a person stopped it. Error: the agent gave up.',
      unit: 'cpm',
      kind: 'bars',
      width: 8,
      queries: [
        {
          expression: queries.perMinute(metric('turns_total'), { by: ['outcome'] }),
          legend: '{{outcome}}',
        },
      ],
      more: 'turns',
    },
    {
      id: 402,
      title: 'Tokens by type',
      description:
        'Tokens for each minute. Input excludes what was read from or written to the cache.',
      unit: 'cpm',
      kind: 'bars',
      width: 8,
      queries: [
        {
          expression: queries.perMinute(metric('tokens_total'), { by: ['type'] }),
          legend: '{{type}}',
        },
      ],
      more: 'tokens',
    },
    {
      id: 403,
      title: 'Conversations at work',
      description: 'Conversations with an event in the last 15 minutes that have not ended.',
      unit: 'short',
      kind: 'lines',
      width: 8,
      queries: [
        {
          expression: queries.gauge('sum', metric('conversations_active'), {
            by: ['process_type'],
          }),
          legend: '{{process_type}}',
        },
      ],
      more: 'turns',
    },
  ],
};
