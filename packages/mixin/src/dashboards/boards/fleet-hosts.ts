import type { SignalName, Thresholds } from '@turnscope/core';
import { metric } from '../../metric.ts';
import type { MixinOptions } from '../../mixin-options.ts';
import type { PanelPlan, PanelQuery, RowPlan } from '../plan/panel-plan.ts';
import { PanelQueries } from '../plan/panel-queries.ts';
import { lessIsWorse, signalLimits, signalNamed, signalUnit } from '../plan/signal-panel.ts';

const queries = new PanelQueries(['process_type']);

/** Who stands out. */
export function byHost({ thresholds }: MixinOptions): RowPlan {
  const [first, ...others] = columns.map((column) => figure(column, thresholds));
  if (first === undefined) throw new RangeError('the table has no column');
  return {
    id: 300,
    title: 'By host',
    panels: [
      {
        id: 301,
        title: 'Signals of each host',
        description:
          'Every signal as the exporter of the host computes it now, in the colour of its limits. Choose an instance at the top, then another dashboard, to see why.',
        unit: 'short',
        kind: 'table',
        width: 24,
        height: 9,
        rowLabels: [
          { name: 'instance', heading: 'Instance' },
          { name: 'process_type', heading: 'Process type' },
        ],
        sortedBy: 'Instance',
        queries: [first, ...others],
      },
      ...besides,
    ],
  };
}

const besides: readonly PanelPlan[] = [
  {
    id: 302,
    title: 'Turns by host',
    description: 'Turns that ended, for each minute: who does the work.',
    unit: 'cpm',
    kind: 'bars',
    width: 18,
    queries: [
      {
        expression: queries.perMinute(metric('turns_total'), { by: ['instance'] }),
        legend: '{{instance}}',
      },
    ],
  },
  {
    id: 303,
    title: 'Versions of Turnscope',
    description:
      'Exporters by their version and that of their formulas. Scores of other formulas cannot be compared.',
    unit: 'short',
    kind: 'number',
    width: 6,
    height: 8,
    queries: [
      {
        expression: `count by (version, formulas) (${new PanelQueries([]).selected(metric('build_info'))})`,
        legend: '{{version}}, formulas {{formulas}}',
      },
    ],
  },
];

interface Column {
  readonly signal: SignalName;
  readonly heading: string;
}

const columns: readonly Column[] = [
  { signal: 'efficiency_score', heading: 'Efficiency' },
  { signal: 'completion_ratio', heading: 'Completed' },
  { signal: 'response_latency_score', heading: 'Latency score' },
  { signal: 'response_p95', heading: 'Response p95' },
  { signal: 'response_error_ratio', heading: 'Failed' },
  { signal: 'compaction_ratio_mean', heading: 'Context kept' },
  { signal: 'restarts_1h', heading: 'Restarts' },
];

function figure({ signal: name, heading }: Column, thresholds: Thresholds): PanelQuery {
  const signal = signalNamed(name);
  const limits = signalLimits(name, thresholds);
  return {
    expression: queries.gauge(lessIsWorse(name) ? 'min' : 'max', signal.metric, {
      by: ['instance', 'process_type'],
    }),
    legend: heading,
    ...signalUnit(signal),
    ...(limits && { limits }),
  };
}
