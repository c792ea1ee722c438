/** The dashboards, in the order in which links list them. */
export const dashboardNames = [
  'overview',
  'latency',
  'turns',
  'compaction',
  'processes',
  'tokens',
  'health',
  'fleet',
] as const;

export type DashboardName = (typeof dashboardNames)[number];

/** The tag by which the dashboards find each other. */
export const dashboardTag = 'turnscope';

/** The stable id of a dashboard: Grafana shows it at `/d/` and this. */
export function dashboardUid(name: DashboardName): string {
  return name === 'overview' ? 'turnscope' : `turnscope-${name}`;
}
