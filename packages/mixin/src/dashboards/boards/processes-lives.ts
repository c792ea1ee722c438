import { metric } from '../../metric.ts';
import type { RowPlan } from '../plan/panel-plan.ts';
import { PanelQueries } from '../plan/panel-queries.ts';

const queries = new PanelQueries(['process_type']);
const startup = metric('process_startup_duration_seconds');

/** From start to exit. */
export const lives: RowPlan = {
  id: 300,
  title: 'Starts and exits',
  panels: [
    {
      id: 301,
      title: 'Process starts by kind',
      description:
        'Agent processes that started, for each minute: fresh, by a resume of a person, or by a supervisor.',
      unit: 'cpm',
      kind: 'bars',
      width: 6,
      queries: [
        {
          expression: queries.perMinute(metric('process_starts_total'), { by: ['kind'] }),
          legend: '{{kind}}',
        },
      ],
    },
    {
      id: 302,
      title: 'Process exits by reason',
      description:
        'Agent processes that ended, for each minute. Clean is the only good one; hang and unhealthy were ended by a supervisor.',
      unit: 'cpm',
      kind: 'bars',
      width: 6,
      queries: [
        {
          expression: queries.perMinute(metric('process_exits_total'), { by: ['reason'] }),
          legend: '{{reason}}',
        },
      ],
    },
    {
      id: 303,
      title: 'Time to start',
      description: 'Half and 95 of 100 processes were ready within this time.',
      unit: 's',
      kind: 'lines',
      width: 6,
      queries: [
        { expression: queries.quantile(0.5, startup), legend: 'p50', exemplars: true },
        { expression: queries.quantile(0.95, startup), legend: 'p95' },
      ],
    },
    {
      id: 304,
      title: 'Processes by state',
      description:
        'Processes of a supervisor over time. Starting or unhealthy for long is trouble.',
      unit: 'short',
      kind: 'bars',
      width: 6,
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
