import type { AlertDefinition } from '@turnscope/core';
import type { MixinOptions } from '../mixin-options.ts';
import { type Subject, subjectOf } from './subjects.ts';

/** The dashboards by their uid, by what an alert is about. */
const dashboards: Readonly<Record<Subject, string>> = {
  turns: 'turnscope-turns',
  responses: 'turnscope-latency',
  compactions: 'turnscope-compaction',
  processes: 'turnscope-processes',
  adapter: 'turnscope-health',
};

/** Where an alert leads: its runbook, and the dashboard of its subject with the labels of the alert chosen. */
export function alertLinks(alert: AlertDefinition, options: MixinOptions) {
  const isAdapters = alert.scope === 'prometheus' || alert.signal.by === 'adapter';
  const labels = isAdapters ? ['job', 'instance'] : ['job', 'instance', 'process_type'];
  const subject = alert.scope === 'prometheus' ? 'adapter' : subjectOf[alert.signal.name];
  return linksTo(alert.name, dashboards[subject], labels, options);
}

/** The same for an alert of any name and a dashboard of any uid. */
export function linksTo(
  name: string,
  dashboard: string,
  labels: readonly string[],
  { runbooks, grafana }: MixinOptions,
): { readonly runbook_url: string; readonly dashboard_url: string } {
  return {
    runbook_url: `${runbooks}${name}.md`,
    dashboard_url: `${grafana}/d/${dashboard}?${labels.map(variableOf).join('')}`,
  };
}

/** A label that the alert may lack chooses nothing: TurnscopeDown has no instance where there is none. */
function variableOf(label: string): string {
  if (label === 'job') return 'var-job={{ $labels.job | urlquery }}';
  return `{{ with $labels.${label} }}&var-${label}={{ . | urlquery }}{{ end }}`;
}
