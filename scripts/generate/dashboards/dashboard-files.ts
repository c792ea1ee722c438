import { turnscopeDashboard } from './turnscope-dashboard.ts';

/** Every dashboard, as text by its path from the root of the workspace. */
export function dashboardFiles(): Readonly<Record<string, string>> {
  return { 'grafana/dashboards/turnscope.json': asText(turnscopeDashboard()) };
}

function asText(dashboard: unknown): string {
  return `${JSON.stringify(dashboard, null, 2)}\n`;
}
