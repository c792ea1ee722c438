import type { MixinOptions } from '../../mixin-options.ts';
import type { DashboardPlan, RowPlan } from '../plan/panel-plan.ts';
import { type SignalWords, signalNow, signalOverTime } from '../plan/signal-panel.ts';
import { contextOfCompactions, whenCompacted } from './compaction-parts.ts';

/** What the replacing of contexts brings, and what it costs. */
export function compaction(options: MixinOptions): DashboardPlan {
  return {
    name: 'compaction',
    title: 'Turnscope / Compaction',
    description:
      'How often contexts are replaced by shorter ones, what it saves and what it costs.',
    rows: [now(options), overTime(options), contextOfCompactions, whenCompacted],
    annotated: ['restarts'],
  };
}

function now({ thresholds }: MixinOptions): RowPlan {
  return {
    id: 100,
    title: 'Are compactions worth it now?',
    panels: asOfNow.map((words) => signalNow({ ...words, width: 6 }, thresholds)),
  };
}

function overTime({ thresholds }: MixinOptions): RowPlan {
  return {
    id: 200,
    title: 'Against their limits',
    panels: byTime.map((words) => signalOverTime({ ...words, width: 6 }, thresholds)),
  };
}

const asOfNow: readonly Omit<SignalWords, 'width'>[] = [
  {
    id: 101,
    signal: 'compaction_effectiveness',
    title: 'Effectiveness',
    advice: 'One figure for what the next ones tell.',
  },
  {
    id: 102,
    signal: 'compaction_ratio_mean',
    title: 'Context kept',
    advice: 'What is left of a context: 30 % means that 70 % was saved.',
  },
  {
    id: 103,
    signal: 'compaction_duration_mean',
    title: 'Duration',
    advice: 'Nobody gets an answer in that time.',
  },
  {
    id: 104,
    signal: 'compaction_thrash_ratio',
    title: 'Right after another',
    advice: 'Thrash: the context is full again at once.',
  },
];

const byTime: readonly Omit<SignalWords, 'width'>[] = [
  {
    id: 201,
    signal: 'compaction_effectiveness',
    title: 'Effectiveness over time',
    advice: 'It falls when less is saved, when it takes longer, and when what mattered is lost.',
  },
  {
    id: 202,
    signal: 'compaction_ratio_mean',
    title: 'Context kept over time',
    advice: 'What stays is instructions, tools and large files.',
  },
  {
    id: 203,
    signal: 'compaction_duration_mean',
    title: 'Duration over time',
    advice: 'It grows with the context and with the latency of the model.',
  },
  {
    id: 204,
    signal: 'compaction_thrash_ratio',
    title: 'Right after another, over time',
    advice: 'At most ten responses lie between two such compactions.',
  },
];
