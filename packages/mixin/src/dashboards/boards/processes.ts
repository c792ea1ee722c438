import { metric } from '../../metric.ts';
import type { MixinOptions } from '../../mixin-options.ts';
import type { DashboardPlan, RowPlan } from '../plan/panel-plan.ts';
import { PanelQueries } from '../plan/panel-queries.ts';
import { signalNow, signalOverTime } from '../plan/signal-panel.ts';
import { lives } from './processes-lives.ts';

const queries = new PanelQueries(['process_type']);
const restarts = metric('restarts_total');

/** Who runs, who falls, and who gets up again. */
export function processes(options: MixinOptions): DashboardPlan {
  return {
    name: 'processes',
    title: 'Turnscope / Restarts and processes',
    description: 'Agent processes: how they start, why they end, and whether restarts help.',
    rows: [now(options), restarting(options), lives],
    annotated: ['restarts'],
  };
}

function now({ thresholds }: MixinOptions): RowPlan {
  return {
    id: 100,
    title: 'Do agents stay up?',
    panels: [
      signalNow(
        {
          id: 101,
          signal: 'restarts_1h',
          title: 'Restarts in an hour',
          advice: 'Only a supervisor restarts; a resume by a person is a start.',
          width: 8,
        },
        thresholds,
      ),
      signalNow(
        {
          id: 102,
          signal: 'restart_success_ratio',
          title: 'Restarts that succeeded',
          advice: 'A process that does not come back needs a person.',
          width: 8,
        },
        thresholds,
      ),
      {
        id: 103,
        title: 'Processes',
        description: 'Processes of a supervisor, by the state they are in now.',
        unit: 'short',
        kind: 'number',
        width: 8,
        noValue: 'no supervisor',
        queries: [
          {
            expression: queries.gauge('sum', metric('processes'), { by: ['state'] }),
            legend: '{{state}}',
          },
        ],
      },
    ],
  };
}

function restarting({ thresholds }: MixinOptions): RowPlan {
  return {
    id: 200,
    title: 'Restarts by a supervisor',
    panels: [
      signalOverTime(
        {
          id: 201,
          signal: 'restarts_1h',
          title: 'Restarts in an hour, over time',
          advice: 'Above a dashed line for a minute an alert fires.',
          width: 6,
        },
        thresholds,
      ),
      signalOverTime(
        {
          id: 202,
          signal: 'restart_success_ratio',
          title: 'Restarts that succeeded, over time',
          advice: 'At or below a dashed line for a minute an alert fires.',
          width: 6,
        },
        thresholds,
      ),
      {
        id: 203,
        title: 'Restarts by reason',
        description: 'Restarts for each minute, by why the process before ended.',
        unit: 'cpm',
        kind: 'bars',
        width: 6,
        queries: [
          { expression: queries.perMinute(restarts, { by: ['reason'] }), legend: '{{reason}}' },
        ],
      },
      {
        id: 204,
        title: 'Restarts by outcome',
        description: 'Restarts for each minute, by whether the process came up again.',
        unit: 'cpm',
        kind: 'bars',
        width: 6,
        queries: [
          { expression: queries.perMinute(restarts, { by: ['outcome'] }), legend: '{{outcome}}' },
        ],
      },
    ],
  };
}
