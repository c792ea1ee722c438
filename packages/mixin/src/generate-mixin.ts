import { alertmanagerFile } from './alertmanager/alertmanager-file.ts';
import { dashboardFiles } from './dashboards/dashboard-files.ts';
import { prometheusRule } from './kubernetes/prometheus-rule.ts';
import { serviceMonitor } from './kubernetes/service-monitor.ts';
import { metricsPage } from './metrics-page/metrics-page.ts';
import type { MixinOptions } from './mixin-options.ts';
import { ruleFiles } from './rules/rule-files.ts';
import { alertGroups, recordingGroups } from './rules/rule-groups.ts';
import { runbookFiles } from './runbooks/runbook-files.ts';
import { grafanaProvisioning } from './stack/grafana-provisioning.ts';
import { prometheusConfiguration } from './stack/prometheus-configuration.ts';

/**
 * Every file that is generated, as text by its path below one folder; the same options give the same text. `existing`
 * answers the text of a file that is there already: what was written in a runbook by hand is kept. Throws a RangeError
 * that says what is wrong where an option makes no sense or a runbook cannot be kept.
 */
export function generateMixin(
  options: MixinOptions,
  existing: (path: string) => string | undefined = () => undefined,
): Readonly<Record<string, string>> {
  const groups = [...recordingGroups(options), ...alertGroups(options)];
  return {
    ...ruleFiles(options),
    'alertmanager.yml': alertmanagerFile(),
    'prometheus.yml': prometheusConfiguration(options),
    ...grafanaProvisioning(),
    ...dashboardFiles(options),
    'kubernetes/prometheus-rule.yaml': prometheusRule(groups),
    'kubernetes/service-monitor.yaml': serviceMonitor(options),
    'docs/metrics.md': metricsPage(),
    ...runbookFiles(groups, { thresholds: options.thresholds, existing }),
  };
}
