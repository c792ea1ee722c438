import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { prometheusRule } from '../../src/kubernetes/prometheus-rule.ts';
import { serviceMonitor } from '../../src/kubernetes/service-monitor.ts';
import { alertGroups } from '../../src/rules/rule-groups.ts';
import { optionsWith } from '../support/mixin-options.ts';
import { prometheusRuleSchema, serviceMonitorSchema } from '../support/operator-schemas.ts';

const groups = alertGroups(optionsWith());
const ajv = new Ajv({ allErrors: true, strict: false });

function problems(schema: object, value: unknown): readonly unknown[] {
  ajv.validate(schema, value);
  return ajv.errors ?? [];
}

describe('prometheusRule', () => {
  const written = parse(prometheusRule(groups));

  it('is what the operator takes', () => {
    expect(problems(prometheusRuleSchema, written)).toEqual([]);
  });

  it('holds the rules as they are', () => {
    expect(written.spec.groups).toEqual(groups);
  });

  it.each<[string, (rule: Record<string, unknown>) => unknown]>([
    [
      'another spelling',
      ({ keep_firing_for, ...rule }) => ({ ...rule, keepFiringFor: keep_firing_for }),
    ],
    ['a time in words', (rule) => ({ ...rule, for: '5 minutes' })],
    ['a label that is a number', (rule) => ({ ...rule, labels: { severity: 1 } })],
    ['a record and an alert in one', (rule) => ({ ...rule, record: 'a:b:c' })],
    ['no expression', ({ expr, ...rule }) => (expr ? rule : undefined)],
  ])('would not be taken with %s', (_, change) => {
    const [alert] = written.spec.groups[0].rules.filter((rule: object) => 'alert' in rule);
    const rules = [change(alert)];
    const wrong = { ...written, spec: { groups: [{ name: 'g', rules }] } };
    expect(problems(prometheusRuleSchema, wrong)).not.toEqual([]);
  });
});

describe('serviceMonitor', () => {
  it('is what the operator takes', () => {
    const written = parse(serviceMonitor({ job: 'turnscope' }));
    expect(problems(serviceMonitorSchema, written)).toEqual([]);
    const wrong = { ...written, spec: { ...written.spec, endpoints: [{ port: 10464 }] } };
    expect(problems(serviceMonitorSchema, wrong)).not.toEqual([]);
  });

  it.each([
    ['agents', 'agents'],
    ['a$1', 'a$$1'],
  ])('gives its series the job %s that the rules ask for', (job, replacement) => {
    const { endpoints } = parse(serviceMonitor({ job })).spec;
    expect(endpoints[0].relabelings).toEqual([
      { action: 'replace', targetLabel: 'job', replacement },
    ]);
  });

  it('says in words what it selects', () => {
    const text = serviceMonitor({ job: 'turnscope' });
    const { spec } = parse(text);
    const [label] = Object.entries(spec.selector.matchLabels).map(
      ([name, value]) => `${name}: ${value}`,
    );
    expect(text).toContain(`\`${label}\``);
    expect(text).toContain(`named \`${spec.endpoints[0].port}\``);
  });
});
