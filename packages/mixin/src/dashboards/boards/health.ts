import type { MixinOptions } from '../../mixin-options.ts';
import { exportersAnswering, exportersSilent, sinceEvaluation } from '../plan/exporter-panels.ts';
import type { DashboardPlan, RowPlan } from '../plan/panel-plan.ts';
import { signalNow } from '../plan/signal-panel.ts';
import { bounds } from './health-bounds.ts';
import { input } from './health-input.ts';
import { outwards } from './health-output.ts';

/** Whether the numbers of the other dashboards can be trusted. */
export function health(options: MixinOptions): DashboardPlan {
  return {
    name: 'health',
    title: 'Turnscope / Adapter health',
    description: 'Whether Turnscope itself is well: what it reads, keeps and answers.',
    rows: [now(options), input, bounds, outwards],
    annotated: [],
  };
}

function now({ thresholds }: MixinOptions): RowPlan {
  return {
    id: 100,
    title: 'Can the numbers be trusted?',
    panels: [
      exportersSilent({ id: 101, width: 4 }),
      exportersAnswering({ id: 102, width: 4 }),
      sinceEvaluation({ id: 103, width: 4 }),
      signalNow(
        {
          id: 104,
          signal: 'rows_overflowed_1h',
          title: 'Recordings without a row',
          advice: 'They were counted as model "other"; raise the limits in the configuration.',
          width: 6,
        },
        thresholds,
      ),
      {
        ...signalNow(
          {
            id: 105,
            signal: 'source_silence',
            title: 'Silence of a living source',
            advice: 'The agent hangs or waits for a person, or the source has lost it.',
            width: 6,
          },
          thresholds,
        ),
        noValue: 'no source knows',
      },
    ],
  };
}
