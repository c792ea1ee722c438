import { expect, test } from '@jest/globals';
import { alerts, type SignalAlert, signals } from '@turnscope/core';
import { prometheusVersions, recordName, ruleFiles } from '../../src/index.ts';
import { mixinOptions } from '../support/mixin-options.ts';
import { readAlerts, readGroups } from '../support/read-rules.ts';
import { thresholdsWith } from '../support/thresholds.ts';

const groups = readGroups(mixinOptions());
const records = groups.flatMap(({ rules }) => rules.flatMap(({ record }) => record ?? []));
const alertRules = groups.flatMap(({ rules }) => rules.filter(({ alert }) => alert !== undefined));

test('every signal is recorded at each level over the window of its gauge', () => {
  for (const signal of signals) {
    expect(records).toContain(recordName(signal, 'instance', signal.window));
    expect(records).toContain(recordName(signal, 'fleet', signal.window));
  }
});

test('nothing is recorded twice, and no group has the name of another', () => {
  expect(new Set(records).size).toBe(records.length);
  expect(new Set(groups.map(({ name }) => name)).size).toBe(groups.length);
});

test('what a rule reads of other rules is recorded before it in its own group', () => {
  for (const { rules } of groups) {
    const before = new Set<string | undefined>();
    for (const { record, expr } of rules) {
      for (const [read] of expr.matchAll(/\w+:turnscope_\w+:\w+/g)) expect(before).toContain(read);
      before.add(record);
    }
  }
});

test('what reads more than an hour is evaluated each minute, the rest as often as Prometheus evaluates', () => {
  for (const { rules, interval } of groups) {
    const readsMore = rules.some(({ expr }) => /\[(?!1h\])\d+[hd]\]/.test(expr));
    expect(interval).toBe(readsMore ? '1m' : undefined);
  }
});

test('every alert is there for each of its severities', () => {
  const expected = alerts.flatMap((alert) =>
    severitiesOf(alert).map((severity) => `${alert.name} ${severity}`),
  );
  const burns = ['Completion', 'ResponseLatency'].flatMap((name) =>
    ['critical', 'critical', 'warning', 'warning'].map((level) => `Turnscope${name}Burn ${level}`),
  );
  const found = alertRules.map(({ alert, labels }) => `${alert} ${labels?.['severity']}`);
  expect(found.toSorted()).toEqual([...expected, ...burns].toSorted());
});

test('every alert waits and says what is wrong, where to read on and where to look', () => {
  for (const { alert, for: waits, annotations } of alertRules) {
    expect(waits).toMatch(/^\d+[smh]$/);
    expect(annotations).toEqual({
      summary: expect.stringMatching(/^[A-Z].*\.$/),
      description: expect.stringMatching(/^(\{\{|[A-Z]).*\.$/),
      runbook_url: `https://books.example/${alert}.md`,
      dashboard_url: expect.stringMatching(
        /^https:\/\/grafana\.example\/d\/turnscope-\w+\?var-job=/,
      ),
    });
  }
});

test('a rule has the times of its alert', () => {
  expect(readAlerts(mixinOptions(), 'TurnscopeLowEfficiency')).toMatchObject([
    { for: '10m', keep_firing_for: '15m', labels: { severity: 'critical' } },
    { for: '10m', keep_firing_for: '15m', labels: { severity: 'warning' } },
  ]);
});

test('a rule compares on the side of its alert, with more samples only where its signal has fewer', () => {
  const exprOf = (name: string) => readAlerts(mixinOptions(), name).map(({ expr }) => expr);
  expect(exprOf('TurnscopeFrequentRestarts')).toEqual([
    'instance_process_type:turnscope_restarts:increase1h > 9.5',
    'instance_process_type:turnscope_restarts:increase1h > 4.5',
  ]);
  expect(exprOf('TurnscopeCompactionThrash')).toEqual([
    'instance_process_type:turnscope_compaction_thrash:ratio_rate1h >= 0.8',
    'instance_process_type:turnscope_compaction_thrash:ratio_rate1h >= 0.5',
  ]);
  expect(exprOf('TurnscopeSlowResponses')[1]).toBe(
    '(instance_process_type:turnscope_response_latency:score_rate15m <= 0.85)\nand\n(instance_process_type:turnscope_response_latency_samples:increase15m >= 20)',
  );
});

test('a threshold of a process type is in the rule and in its words', () => {
  const thresholds = thresholdsWith({ clerk: { restarts_1h: { warning: 1.5, critical: 2.5 } } });
  const [critical, warning] = readAlerts(mixinOptions({ thresholds }), 'TurnscopeFrequentRestarts');
  expect(critical?.expr).toMatch(
    /process_type="clerk"\} > 2\.5[\s\S]*process_type!="clerk"\} > 9\.5/,
  );
  expect(warning?.annotations?.['description']).toContain(
    'more than the limit of {{ if eq $labels.process_type "clerk" }}1.5{{ else }}4.5{{ end }}.',
  );
});

test('only what is scraped from the job is down', () => {
  const [rule] = readAlerts(mixinOptions({ job: 'agents "west"' }), 'TurnscopeDown');
  expect(rule?.expr).toBe(
    String.raw`(up{job="agents \"west\""} == 0) or absent(up{job="agents \"west\""})`,
  );
});

test('a failed scrape does not hide when the last evaluation was', () => {
  const [rule] = readAlerts(mixinOptions(), 'TurnscopeNotEvaluating');
  expect(rule?.expr).toContain('max_over_time(turnscope_last_evaluation_timestamp_seconds[5m])');
});

test.each(prometheusVersions)(
  'for %s: native histograms are read where Prometheus can',
  (prometheus) => {
    const text = Object.values(ruleFiles(mixinOptions({ prometheus }))).join('');
    expect(text.includes('histogram_count(')).toBe(prometheus !== '2.42');
    expect(text).toContain(`# For Prometheus ${prometheus}`);
    expect(text).toContain('do not edit');
  },
);

test('a score that the thresholds leave to nobody is not recorded', () => {
  const zero = { compaction_duration: { warning: 0, critical: 0 } };
  const thresholds = thresholdsWith({ strategic: zero, tactical: zero });
  const left = readGroups(mixinOptions({ thresholds })).flatMap(({ rules }) =>
    rules.flatMap(({ record }) => record ?? []),
  );
  const missing = records.filter((name) => !left.includes(name));
  expect(missing).toEqual([
    'instance_process_type:turnscope_compaction_effectiveness:score_rate1h',
    'process_type:turnscope_compaction_effectiveness:score_rate1h',
  ]);
});

function severitiesOf(alert: (typeof alerts)[number]): readonly string[] {
  if (alert.scope === 'prometheus') return [alert.severity];
  const { limits }: SignalAlert = alert;
  return 'fixed' in limits ? Object.keys(limits.fixed) : ['warning', 'critical'];
}
