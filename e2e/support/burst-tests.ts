import { alerts } from '@turnscope/core';
import { agents, type BurstCases, type Firing, target } from './burst-cases.ts';
import { type ExpectedAlert, type PromtoolTest, steppedValues } from './promtool-tests.ts';

/** Where everything of a case happens, in steps. */
const burst = 10;

type Severity = 'warning' | 'critical';
const severities: readonly Severity[] = ['critical', 'warning'];

/** The tests of an alert: each severity fires and resolves, and what is not to fire does not. */
export function testsOf(cases: BurstCases): readonly PromtoolTest[] {
  return [
    ...severities.flatMap((severity) => firingTests(cases, severity)),
    ...betterTests(cases),
    ...calmTests(cases),
    silentTest(cases, 'just inside the limit', cases.inside),
    ...(cases.few ? [silentTest(cases, 'with a sample too few', cases.few)] : []),
    silentTest(
      cases,
      'where nothing happens',
      cases.series.map(() => 0),
    ),
    { ...silentTest(cases, 'without any series', []), input_series: [] },
  ];
}

/**
 * Not before it has waited, and no longer than it is kept. In ranges of Prometheus 3 a burst is seen for a step less, so
 * the last step is not asked for.
 */
function firingTests(cases: BurstCases, severity: Severity): readonly PromtoolTest[] {
  const firing = cases[severity];
  if (firing === undefined) return [];
  const { minutes } = cases;
  const step = cases.stepMinutes ?? 1;
  const start = burst * step;
  const end = start + minutes.window + minutes.keep;
  const expected = expectedAlerts(cases, severity, firing);
  const times = [
    [start + minutes.for - step, []],
    [start + minutes.for, expected],
    [end - 2 * step, expected],
    [end, []],
  ] as const;
  return [
    test(cases, `${severity} fires and resolves`, { bursts: [[burst, firing.amounts]], times }),
  ];
}

/** It resolves when things are better again, too, while what was bad is still in the window. */
function betterTests(cases: BurstCases): readonly PromtoolTest[] {
  const { better, minutes, critical } = cases;
  if (better === undefined || critical === undefined) return [];
  const changed = burst + minutes.for + 2;
  const expected = expectedAlerts(cases, 'critical', critical);
  const times = [
    [changed + minutes.keep - 1, expected],
    [changed + minutes.keep, []],
  ] as const;
  const bursts = [
    [burst, critical.amounts],
    [changed, better],
  ] as const;
  return [test(cases, 'resolves when things are better', { bursts, times })];
}

function calmTests(cases: BurstCases): readonly PromtoolTest[] {
  const step = cases.stepMinutes ?? 1;
  const second = burst + cases.minutes.window / step + 1;
  return (cases.calm ?? []).map(({ name, first, second: later, minutes }) => {
    const bursts = [
      [burst, first],
      [second, later],
    ] as const;
    return test(cases, name, { bursts, times: [[second * step + minutes, []]] });
  });
}

function silentTest(cases: BurstCases, name: string, amounts: readonly number[]): PromtoolTest {
  const step = cases.stepMinutes ?? 1;
  const first = burst * step + cases.minutes.for;
  const times = [first, first + step, first + 2 * step].map((minute) => [minute, []] as const);
  return test(cases, name, { bursts: [[burst, amounts]], times });
}

interface Course {
  readonly bursts: readonly (readonly [step: number, amounts: readonly number[]])[];
  readonly times: readonly (readonly [minute: number, expected: readonly ExpectedAlert[]])[];
}

function test(cases: BurstCases, name: string, { bursts, times }: Course): PromtoolTest {
  const step = cases.stepMinutes ?? 1;
  const last = Math.max(...times.map(([minute]) => minute)) / step;
  return {
    name,
    interval: `${step}m`,
    input_series: cases.series.map((series, at) => ({
      series: withLabels(series),
      values: steppedValues(
        bursts.map(([when, amounts]) => [when, amounts[at] ?? 0]),
        last,
      ),
    })),
    alert_rule_test: times.map(([minute, exp_alerts]) => ({
      eval_time: `${minute}m`,
      alertname: cases.alert,
      exp_alerts,
    })),
  };
}

function withLabels(series: string): string {
  const text = (labels: object) =>
    Object.entries({ ...labels, project: 'p' })
      .map(([name, value]) => `${name}="${value}"`)
      .join(',');
  return series.replace('*', text(agents)).replace('@', text(target));
}

/** The value is the same for both severities, the limit is not. */
function expectedAlerts(
  cases: BurstCases,
  worst: Severity,
  { value }: Firing,
): readonly ExpectedAlert[] {
  const firing = worst === 'critical' ? severities : (['warning'] as const);
  return firing.flatMap((severity) => {
    const limits = cases[severity];
    if (limits === undefined) return [];
    const labels = cases.labels ?? agents;
    const exp_annotations = annotationsOf(cases, labels, { value, limit: limits.limit });
    return [{ exp_labels: { ...labels, severity }, exp_annotations }];
  });
}

function annotationsOf(
  { alert, words = wordsOf(alert) }: BurstCases,
  labels: Readonly<Record<string, string>>,
  numbers: Readonly<Record<string, string>>,
) {
  const places = { of: labels['process_type'] ?? '', window: windowOf(alert), ...numbers };
  const fill = (text: string) =>
    Object.entries(places).reduce((filled, [name, by]) => filled.replace(`{${name}}`, by), text);
  return {
    summary: fill(words.summary),
    description: fill(words.description),
    ...links(alert, labels),
  };
}

/** Where the rules of this repository lead, with the labels of the alert. */
export function links(alert: string, labels: Readonly<Record<string, string>>) {
  const chosen = ['job', 'instance', 'process_type']
    .filter((name) => name in labels)
    .map((name) => `var-${name}=${encodeURIComponent(labels[name] ?? '')}`);
  const dashboard = dashboards[alert] ?? 'turnscope-health';
  return {
    runbook_url: `https://github.com/turnscope/turnscope/blob/main/docs/runbooks/${alert}.md`,
    dashboard_url: `http://127.0.0.1:3000/d/${dashboard}?${chosen.join('&')}`,
  };
}

const dashboards: Readonly<Record<string, string>> = {
  TurnscopeSlowResponses: 'turnscope-latency',
  TurnscopeResponseErrors: 'turnscope-latency',
  TurnscopeResponseLatencyBurn: 'turnscope-latency',
  TurnscopeSlowTurns: 'turnscope-turns',
  TurnscopeLowCompletion: 'turnscope-turns',
  TurnscopeLowEfficiency: 'turnscope-turns',
  TurnscopeCompletionBurn: 'turnscope-turns',
  TurnscopePoorCompression: 'turnscope-compaction',
  TurnscopeSlowCompaction: 'turnscope-compaction',
  TurnscopeCompactionThrash: 'turnscope-compaction',
  TurnscopeFrequentRestarts: 'turnscope-processes',
  TurnscopeFailingRestarts: 'turnscope-processes',
};

function wordsOf(name: string) {
  const alert = alerts.find((each) => each.name === name);
  if (alert === undefined) throw new RangeError(`core knows no alert ${name}`);
  return alert;
}

function windowOf(name: string): string {
  const alert = alerts.find((each) => each.name === name);
  return alert?.scope === 'both' ? alert.window : '';
}
