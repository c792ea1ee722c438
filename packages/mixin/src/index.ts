export { alertmanagerFile, type WebhookReceiver } from './alertmanager/alertmanager-file.ts';
export { dashboardFiles } from './dashboards/dashboard-files.ts';
export { type DashboardName, dashboardNames, dashboardUid } from './dashboards/dashboard-names.ts';
export { generateMixin } from './generate-mixin.ts';
export { metric } from './metric.ts';
export {
  type MixinOptions,
  type PrometheusVersion,
  prometheusVersions,
} from './mixin-options.ts';
export type { Level } from './promql/levels.ts';
export { recordName } from './promql/record-name.ts';
export type { ObjectiveName, Objectives } from './rules/objectives/objective.ts';
export { ruleFiles } from './rules/rule-files.ts';
export { bodiesModule } from './runbooks/bodies-module.ts';
export { bodyOf, missingSections } from './runbooks/body.ts';
