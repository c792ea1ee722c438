import type { Dashboard } from '@grafana/grafana-foundation-sdk/dashboard';
import {
  DashboardBuilder,
  DashboardCursorSync,
  RowBuilder,
} from '@grafana/grafana-foundation-sdk/dashboard';
import { panel } from './panel.ts';
import type { RowPlan } from './panel-plan.ts';
import { adapterHealth } from './rows/adapter-health.ts';
import { compactions } from './rows/compactions.ts';
import { latency } from './rows/latency.ts';
import { overview } from './rows/overview.ts';
import { processes } from './rows/processes.ts';
import { tokens } from './rows/tokens.ts';
import { turns } from './rows/turns.ts';
import { variables } from './variables.ts';

/** The rows of the first dashboard, from what a newcomer asks first to what an operator asks last. */
const rows: readonly RowPlan[] = [
  overview,
  turns,
  latency,
  tokens,
  compactions,
  processes,
  adapterHealth,
];

/** The first dashboard, as Grafana reads it. */
export function turnscopeDashboard(): Dashboard {
  const builder = new DashboardBuilder('Turnscope')
    .uid('turnscope')
    .description('Conversational agents at work: turns, responses, tokens, compactions, processes.')
    .tags(['turnscope', 'generated'])
    .readonly()
    .timezone('browser')
    .tooltip(DashboardCursorSync.Crosshair)
    .time({ from: 'now-6h', to: 'now' })
    .refresh('30s')
    .variables([...variables]);
  for (const row of rows) {
    builder.withRow(new RowBuilder(row.title).id(row.id));
    for (const plan of row.panels) builder.withPanel(panel(plan));
  }
  return builder.build();
}
