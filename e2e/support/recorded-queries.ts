import type { SignalDefinition, Thresholds } from '@turnscope/core';
import { recordName, ruleFiles } from '@turnscope/mixin';
import { parse } from 'yaml';
import type { Queries } from './compared-signals.ts';
import type { RuleGroup } from './promtool-tests.ts';

/** The groups of all generated rule files. */
export function generatedGroups(thresholds: Thresholds): readonly RuleGroup[] {
  const files = ruleFiles({
    thresholds,
    prometheus: '2.42',
    job: 'turnscope',
    runbooks: 'https://books.example/',
    grafana: 'https://grafana.example',
  });
  return Object.values(files).flatMap((text) => (parse(text) as { groups: RuleGroup[] }).groups);
}

/** What the generated rules record of the signals, of one exporter or of the whole fleet. */
export function recordedQueries(thresholds: Thresholds, instance: string | undefined): Queries {
  const rules = generatedGroups(thresholds).flatMap((group) => group.rules);
  const queries = new Map(rules.map(({ record, expr }) => [record, expr]));
  const level = instance === undefined ? 'fleet' : 'instance';
  return {
    instance,
    of(signal: SignalDefinition) {
      const name = recordName(signal, level, signal.window);
      const query = queries.get(name);
      if (query === undefined) throw new RangeError(`nothing is recorded as ${name}`);
      return query;
    },
  };
}
