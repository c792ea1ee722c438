import { PerformanceMonitor } from '@turnscope/core';
import { alertmanagerFile, type MixinOptions, ruleFiles } from '@turnscope/mixin';

/** What the stack of this repository is generated for: the command with its defaults, beside Grafana. */
const options: MixinOptions = {
  thresholds: new PerformanceMonitor({ thresholds: { profile: 'coding-agent' } }).thresholds,
  prometheus: '2.42',
  job: 'turnscope',
  runbooks: 'https://github.com/turnscope/turnscope/blob/main/docs/runbooks/',
  grafana: 'http://127.0.0.1:3000',
};

/** Rules and the configuration of Alertmanager, as text by path from the root of the workspace. */
export function mixinFiles(): Readonly<Record<string, string>> {
  return { ...ruleFiles(options), 'alertmanager.yml': alertmanagerFile() };
}
