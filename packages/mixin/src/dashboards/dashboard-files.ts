import type { MixinOptions } from '../mixin-options.ts';
import { compaction } from './boards/compaction.ts';
import { fleet } from './boards/fleet.ts';
import { health } from './boards/health.ts';
import { latency } from './boards/latency.ts';
import { overview } from './boards/overview.ts';
import { processes } from './boards/processes.ts';
import { tokens } from './boards/tokens.ts';
import { turns } from './boards/turns.ts';
import { type DashboardName, dashboardNames } from './dashboard-names.ts';
import { dashboard } from './grafana/dashboard.ts';
import type { DashboardPlan } from './plan/panel-plan.ts';

const boards: Readonly<Record<DashboardName, (options: MixinOptions) => DashboardPlan>> = {
  overview,
  latency,
  turns,
  compaction,
  processes,
  tokens,
  health,
  fleet,
};

/**
 * Grafana's dashboards, as the text of files by their path: `grafana/dashboards/overview.json` and so on. The
 * same options give the same text. Limits are those of `options.thresholds`; lines of limits ask the
 * exporters, and so follow what is in force there.
 */
export function dashboardFiles(options: MixinOptions): Readonly<Record<string, string>> {
  return Object.fromEntries(
    dashboardNames.map((name) => [
      `grafana/dashboards/${name}.json`,
      `${JSON.stringify(dashboard(boards[name](options)), null, 2)}\n`,
    ]),
  );
}
