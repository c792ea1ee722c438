import type { SignalName, Thresholds } from '@turnscope/core';
import type { MixinOptions } from '../../mixin-options.ts';
import { recordName } from '../../promql/record-name.ts';
import type { DashboardName } from '../dashboard-names.ts';
import { limitQueries } from '../plan/limit-queries.ts';
import type { PanelPlan, RowPlan } from '../plan/panel-plan.ts';
import { signalLimits, signalNamed, signalUnit } from '../plan/signal-panel.ts';

/** The signals of the whole fleet, where a host counts by what it does. */
export function fleetSignals({ thresholds }: MixinOptions): RowPlan {
  return {
    id: 200,
    title: 'The fleet as one, from recorded rules',
    panels: fleetPanels.map((words) => fleetPanel(words, thresholds)),
  };
}

/** An instance cannot be chosen: it is aggregated away. */
const chosen = 'job=~"$job", process_type=~"$process_type"';

interface FleetWords {
  readonly id: number;
  readonly signal: SignalName;
  readonly title: string;
  readonly more: DashboardName;
}

const fleetPanels: readonly FleetWords[] = [
  { id: 201, signal: 'efficiency_score', title: 'Efficiency', more: 'turns' },
  { id: 202, signal: 'completion_ratio', title: 'Turns completed', more: 'turns' },
  { id: 203, signal: 'response_latency_score', title: 'Response latency score', more: 'latency' },
  { id: 204, signal: 'response_p95', title: 'Responses, p95', more: 'latency' },
  { id: 205, signal: 'response_error_ratio', title: 'Responses failed', more: 'turns' },
  { id: 206, signal: 'compaction_ratio_mean', title: 'Context kept', more: 'compaction' },
  { id: 207, signal: 'compaction_thrash_ratio', title: 'Right after another', more: 'compaction' },
  { id: 208, signal: 'restarts_1h', title: 'Restarts in an hour', more: 'processes' },
];

function fleetPanel({ signal: name, ...words }: FleetWords, thresholds: Thresholds): PanelPlan {
  const signal = signalNamed(name);
  const limits = signalLimits(name, thresholds);
  const recorded = recordName(signal, 'fleet', signal.window);
  return {
    ...words,
    ...signalUnit(signal),
    ...(limits && { limits }),
    description: `${signal.metric.help} Of all hosts together, each with the weight of its work; recorded by the generated rules.`,
    kind: 'lines',
    width: 6,
    noValue: 'no data: are the rules loaded?',
    queries: [
      { expression: `${recorded}{${chosen}}`, legend: '{{process_type}}' },
      ...(limits ? limitQueries(limits) : []),
    ],
  };
}
