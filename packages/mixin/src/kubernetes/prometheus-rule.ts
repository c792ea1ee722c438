import type { RuleGroup } from '../rules/rule.ts';
import { generatedBy, writeYaml } from '../yaml/write-yaml.ts';

const comment = `${generatedBy}

The rules for the Prometheus Operator. A Prometheus takes only what its \`ruleSelector\` selects; the chart
kube-prometheus-stack wants the label \`release\` with the name of its release here.`;

/** A PrometheusRule of the Prometheus Operator that holds these groups. */
export function prometheusRule(groups: readonly RuleGroup[]): string {
  return writeYaml(comment, {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PrometheusRule',
    metadata: { name: 'turnscope', labels: { 'app.kubernetes.io/name': 'turnscope' } },
    spec: { groups },
  });
}
