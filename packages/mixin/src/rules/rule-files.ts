import type { MixinOptions } from '../mixin-options.ts';
import { generatedBy, writeYaml } from '../yaml/write-yaml.ts';
import { alertGroups, recordingGroups } from './rule-groups.ts';

/**
 * The rules for Prometheus as files by their path. Both are to be loaded: what an alert compares is recorded in front
 * of it in `alerts.yml`, everything else in `recording.yml`, nothing in both. Throws a RangeError where an objective
 * cannot be watched.
 */
export function ruleFiles(options: MixinOptions): Readonly<Record<string, string>> {
  const comment = `${generatedBy}\nFor Prometheus ${options.prometheus}${options.prometheus === '3' ? '' : ' and later'}.`;
  return {
    'rules/recording.yml': writeYaml(comment, { groups: recordingGroups(options) }),
    'rules/alerts.yml': writeYaml(comment, { groups: alertGroups(options) }),
  };
}
