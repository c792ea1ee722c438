import type { MixinOptions } from '../../mixin-options.ts';
import type { DashboardPlan, RowPlan } from '../plan/panel-plan.ts';
import { type SignalWords, signalNow, signalOverTime } from '../plan/signal-panel.ts';
import { responseOutcomes, toolOutcomes } from './turns-parts.ts';
import { turnWork } from './turns-work.ts';

/** How well turns are used. */
export function turns(options: MixinOptions): DashboardPlan {
  return {
    name: 'turns',
    title: 'Turnscope / Turn efficiency',
    description: 'How turns end, what they are made of, and what they are worth.',
    rows: [efficiency(options), turnWork, responseOutcomes(options), toolOutcomes],
    annotated: ['restarts'],
  };
}

function efficiency({ thresholds }: MixinOptions): RowPlan {
  return {
    id: 100,
    title: 'Done, and fast?',
    panels: [
      ...asOfNow.map((words) => signalNow(words, thresholds)),
      ...overTime.map((words) => signalOverTime(words, thresholds)),
    ],
  };
}

const asOfNow: readonly SignalWords[] = [
  {
    id: 101,
    signal: 'efficiency_score',
    title: 'Efficiency',
    advice: 'The next two figures are its parts.',
    width: 6,
  },
  {
    id: 102,
    signal: 'completion_ratio',
    title: 'Turns completed',
    advice: 'An interrupt by a person is no failure.',
    width: 6,
  },
  {
    id: 103,
    signal: 'response_latency_score',
    title: 'Response latency score',
    advice: 'The dashboard Latency says why it is low.',
    width: 6,
    more: 'latency',
  },
  {
    id: 104,
    signal: 'interrupted_ratio',
    title: 'Turns interrupted',
    advice: 'Information only: people interrupt what goes wrong, and what took too long.',
    width: 6,
  },
];

const overTime: readonly SignalWords[] = [
  {
    id: 105,
    signal: 'efficiency_score',
    title: 'Efficiency over time',
    advice: 'At or below a dashed line for ten minutes an alert fires.',
    width: 8,
  },
  {
    id: 106,
    signal: 'completion_ratio',
    title: 'Turns completed over time',
    advice: 'At or below a dashed line for five minutes an alert fires.',
    width: 8,
  },
  {
    id: 107,
    signal: 'interrupted_ratio',
    title: 'Turns interrupted over time',
    advice: 'Information only.',
    width: 8,
  },
];
