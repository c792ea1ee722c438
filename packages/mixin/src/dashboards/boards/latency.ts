import type { MixinOptions } from '../../mixin-options.ts';
import type { DashboardPlan, RowPlan } from '../plan/panel-plan.ts';
import { type SignalWords, signalNow } from '../plan/signal-panel.ts';
import { responseLatency } from './latency-responses.ts';
import { toolLatency, turnLatency } from './latency-turns.ts';

/** How long agents and their parts take. */
export function latency(options: MixinOptions): DashboardPlan {
  return {
    name: 'latency',
    title: 'Turnscope / Latency',
    description: 'How long responses, turns and tools take, by process type and model.',
    rows: [now(options), responseLatency(options), turnLatency(options), toolLatency],
    annotated: ['restarts'],
  };
}

function now({ thresholds }: MixinOptions): RowPlan {
  return {
    id: 100,
    title: 'Is it slow now?',
    panels: asOfNow.map((words) => signalNow(words, thresholds)),
  };
}

const asOfNow: readonly SignalWords[] = [
  {
    id: 101,
    signal: 'response_latency_score',
    title: 'Response latency score',
    advice: 'Green is above the warning limit.',
    width: 6,
  },
  {
    id: 102,
    signal: 'response_p95',
    title: 'Responses, p95',
    advice:
      'Orange from where a response is no longer satisfying, red from where it is frustrating.',
    width: 6,
  },
  {
    id: 103,
    signal: 'turn_latency_score',
    title: 'Turn latency score',
    advice: 'Green is above the warning limit.',
    width: 6,
  },
  {
    id: 104,
    signal: 'turn_p95',
    title: 'Turns, p95',
    advice: 'It contains waiting for people.',
    width: 6,
  },
];
