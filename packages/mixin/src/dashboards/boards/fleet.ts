import { metric } from '../../metric.ts';
import type { MixinOptions } from '../../mixin-options.ts';
import { alertHistoryByInstance } from '../plan/alert-panels.ts';
import { exportersAnswering, exportersSilent } from '../plan/exporter-panels.ts';
import { fixedLimits } from '../plan/panel-limits.ts';
import type { DashboardPlan, RowPlan } from '../plan/panel-plan.ts';
import { PanelQueries } from '../plan/panel-queries.ts';
import { byHost } from './fleet-hosts.ts';
import { fleetSignals } from './fleet-signals.ts';

const queries = new PanelQueries(['process_type']);
const state = metric('alert_state');

/** All exporters as one, and which of them stands out. */
export function fleet(options: MixinOptions): DashboardPlan {
  return {
    name: 'fleet',
    title: 'Turnscope / Fleet',
    description:
      'All exporters put together, from the recorded rules, and which of them stand out.',
    rows: [now, fleetSignals(options), byHost(options)],
    annotated: ['restarts'],
  };
}

const now: RowPlan = {
  id: 100,
  title: 'Which hosts are in trouble?',
  panels: [
    exportersSilent({ id: 101, width: 6 }),
    exportersAnswering({ id: 102, width: 6 }),
    troubled('critical', 103),
    troubled('warning', 104),
    alertHistoryByInstance({ id: 105, width: 24, height: 6 }),
  ],
};

function troubled(severity: 'critical' | 'warning', id: number) {
  const firing = queries.gauge('max', state, {
    by: ['instance'],
    where: { severity, state: 'firing' },
  });
  return {
    id,
    title: severity === 'critical' ? 'Hosts with a critical alert' : 'Hosts with a warning',
    description: `Exporters on which at least one alert fires now with the severity ${severity}.`,
    unit: 'short',
    kind: 'number',
    width: 6,
    limits: fixedLimits('above', { [severity]: 0.5 }),
    queries: [{ expression: `sum (${firing})`, legend: 'hosts' }],
    more: 'overview',
  } as const;
}
