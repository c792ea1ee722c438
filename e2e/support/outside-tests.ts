import { target } from './burst-cases.ts';
import { links } from './burst-tests.ts';
import type { ExpectedAlert, PromtoolTest } from './promtool-tests.ts';

/** Series of gauges, and the alerts that there are at some minutes. */
interface Course {
  readonly name: string;
  readonly series: Readonly<Record<string, string>>;
  readonly alerts: Readonly<Record<number, readonly ExpectedAlert[]>>;
}

const targetLabels = 'job="turnscope",instance="host:10464"';
const up = `up{${targetLabels}}`;
const evaluated = `turnscope_last_evaluation_timestamp_seconds{${targetLabels}}`;
const silence = (source: string) =>
  `turnscope_source_silence_seconds{${targetLabels},source="${source}"}`;

const down = (labels: Readonly<Record<string, string>>) =>
  expected('TurnscopeDown', { ...labels, severity: 'critical' }, [
    'Turnscope is down.',
    'Prometheus cannot scrape it; nothing is known of the agents of this machine.',
  ]);
const notEvaluating = expected('TurnscopeNotEvaluating', { ...target, severity: 'warning' }, [
  'Turnscope does not evaluate its signals.',
  'The last evaluation is over five minutes old; local alerts and scores stand still.',
]);
const silent = (severity: string, value: string, limit: string) =>
  expected('TurnscopeSourceSilent', { ...target, severity }, [
    'A source says nothing, although an agent of its lives.',
    `Nothing came for ${value}, more than the limit of ${limit}. The agent hangs or waits for a person, or the source has lost it.`,
  ]);

/** The tests of the alerts that look at a gauge as it is. One sample and one evaluation in a minute. */
export const outsideTests: Readonly<Record<string, readonly PromtoolTest[]>> = {
  TurnscopeDown: [
    {
      name: 'no scrape succeeds, and then one does',
      series: { [up]: '1+0x9 0+0x9 1+0x9' },
      alerts: { 14: [], 15: [down(target)], 19: [down(target)], 20: [] },
    },
    {
      name: 'there is nothing to scrape, and then there is',
      series: { [up]: '_x10 1+0x9' },
      alerts: { 4: [], 5: [down({ job: 'turnscope' })], 9: [down({ job: 'turnscope' })], 10: [] },
    },
    {
      name: 'scrapes fail now and then',
      series: { [up]: '1 0 0 0 0 1 0 0 0 0 1 0 0 0 0 1' },
      alerts: { 5: [], 9: [], 10: [], 14: [] },
    },
    {
      name: 'others are down',
      series: { [up]: '1+0x19', 'up{job="node",instance="host:9100"}': '0+0x19' },
      alerts: { 10: [], 19: [] },
    },
  ].map((course) => testOf('TurnscopeDown', course)),
  TurnscopeNotEvaluating: [
    {
      name: 'the last evaluation stays where it was, and then comes another',
      series: { [evaluated]: '0+60x9 540+0x10 1260+60x9' },
      alerts: { 18: [], 19: [], 20: [notEvaluating], 21: [] },
    },
    {
      name: 'scrapes fail while it stays where it was',
      series: { [evaluated]: '0+60x9 540+0x3 _ 540 _ 540+0x10' },
      alerts: { 19: [], 20: [notEvaluating] },
    },
    {
      name: 'the last evaluation is five minutes old at each scrape',
      series: { [evaluated]: '0+0x5 60+60x20' },
      alerts: { 12: [], 20: [] },
    },
    { name: 'nothing is known', series: {}, alerts: { 10: [], 20: [] } },
  ].map((course) => testOf('TurnscopeNotEvaluating', course)),
  TurnscopeSourceSilent: [
    {
      name: 'one of two sources is silent for half an hour, for two hours, and then speaks',
      series: {
        [silence('stream')]: '0+60x130 0+60x9',
        [silence('processes')]: '0+0x140',
      },
      alerts: {
        31: [],
        32: [silent('warning', '32m 0s', '30m')],
        121: [silent('warning', '2h 1m 0s', '30m')],
        122: [silent('critical', '2h 2m 0s', '2h'), silent('warning', '2h 2m 0s', '30m')],
        131: [silent('critical', '2h 10m 0s', '2h'), silent('warning', '2h 10m 0s', '30m')],
        132: [],
      },
    },
    {
      name: 'no agent lives any more',
      series: { [silence('stream')]: '0+60x40 stale' },
      alerts: { 40: [silent('warning', '40m 0s', '30m')], 42: [] },
    },
    {
      name: 'a source speaks every half an hour',
      series: { [silence('stream')]: '0+60x30 0+60x30 0+60x30' },
      alerts: { 30: [], 31: [], 61: [], 62: [], 90: [] },
    },
    { name: 'nothing is known', series: {}, alerts: { 10: [], 40: [] } },
  ].map((course) => testOf('TurnscopeSourceSilent', course)),
};

function testOf(alertname: string, { name, series, alerts }: Course): PromtoolTest {
  return {
    name,
    interval: '1m',
    input_series: Object.entries(series).map(([text, values]) => ({ series: text, values })),
    alert_rule_test: Object.entries(alerts).map(([minute, exp_alerts]) => ({
      eval_time: `${minute}m`,
      alertname,
      exp_alerts,
    })),
  };
}

function expected(
  alert: string,
  exp_labels: Readonly<Record<string, string>>,
  [summary, description]: readonly [summary: string, description: string],
): ExpectedAlert {
  const { severity: _, ...labels } = exp_labels;
  return { exp_labels, exp_annotations: { summary, description, ...links(alert, labels) } };
}
