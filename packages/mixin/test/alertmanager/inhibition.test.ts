import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { alertmanagerFile } from '../../src/index.ts';

type Labels = Readonly<Record<string, string>>;

interface InhibitRule {
  readonly source_matchers: readonly string[];
  readonly target_matchers: readonly string[];
  readonly equal: readonly string[];
}

const { inhibit_rules: rules } = parse(alertmanagerFile()) as {
  readonly inhibit_rules: readonly InhibitRule[];
};

const slow = {
  alertname: 'TurnscopeSlowTurns',
  severity: 'critical',
  process_type: 'tactical',
  job: 'turnscope',
  instance: 'a:10464',
};
const burn = {
  alertname: 'TurnscopeCompletionBurn',
  severity: 'critical',
  process_type: 'tactical',
  job: 'turnscope',
  long_window: '1h',
};
const down = { alertname: 'TurnscopeDown', severity: 'critical', job: 'turnscope' };
const warning = { severity: 'warning' };
const direct = ({ job: _, ...labels }: typeof slow): Labels => ({ ...labels, via: 'turnscope' });

describe('an alert is not told while', () => {
  it.each<[string, Labels, Labels]>([
    ['the same is critical', { ...slow, ...warning }, slow],
    ['it burns faster', { ...burn, ...warning, long_window: '3d' }, burn],
    [
      'the same is told by Turnscope itself as critical',
      direct({ ...slow, ...warning }),
      direct(slow),
    ],
    ['its exporter is down', slow, { ...down, instance: 'a:10464' }],
    ['there is no exporter any more', burn, down],
    ['the rule tells it too', direct(slow), slow],
  ])('%s', (_, target, source) => {
    expect(isInhibited(target, source)).toBe(true);
  });
});

describe('an alert is told although', () => {
  it.each<[string, Labels, Labels]>([
    ['another instance is critical', { ...slow, ...warning }, { ...slow, instance: 'b:10464' }],
    ['agents of another job burn faster', { ...burn, ...warning }, { ...burn, job: 'staging' }],
    ['its warning fires', slow, { ...slow, ...warning }],
    ['another exporter is down', slow, { ...down, instance: 'b:10464' }],
    ['one exporter of many is down', burn, { ...down, instance: 'a:10464' }],
    ['the exporters of another job are gone', slow, { ...down, job: 'staging' }],
    ['Turnscope tells it too', slow, direct(slow)],
    ['the rule of another severity fires', direct(slow), { ...slow, ...warning }],
  ])('%s', (_, target, source) => {
    expect(isInhibited(target, source)).toBe(false);
  });
});

/** As Alertmanager does it, to which a label that is not there is an empty one. */
function isInhibited(target: Labels, source: Labels): boolean {
  return rules.some(
    ({ source_matchers, target_matchers, equal }) =>
      source_matchers.every((matcher) => matches(source, matcher)) &&
      target_matchers.every((matcher) => matches(target, matcher)) &&
      equal.every((label) => (source[label] ?? '') === (target[label] ?? '')),
  );
}

function matches(labels: Labels, matcher: string): boolean {
  const [, name = '', operator, quoted = ''] = /^(\w+) (=~|!=|=) (.+)$/.exec(matcher) ?? [];
  const [value, wanted] = [labels[name] ?? '', quoted.replace(/^"(.*)"$/, '$1')];
  if (operator === '=~') return new RegExp(`^(?:${wanted})$`).test(value);
  return (value === wanted) === (operator === '=');
}
