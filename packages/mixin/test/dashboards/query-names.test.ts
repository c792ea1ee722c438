import { describe, expect, it, test } from '@jest/globals';
import { catalogue, signals, type WindowName, windows } from '@turnscope/core';
import { recordName } from '../../src/promql/record-name.ts';
import { optionsWith } from './support/options.ts';
import { wordsOf } from './support/query-words.ts';
import { readDashboards } from './support/read-dashboards.ts';

/** Labels that Prometheus gives to every series that it scrapes. */
const ofTarget = ['job', 'instance'];

/** Every series that a query may name, with its labels. */
const known = new Map<string, readonly string[]>([
  // Prometheus's own, about each scrape.
  ['up', ofTarget],
  ...catalogue.flatMap(({ name, kind, labels }): [string, readonly string[]][] => {
    const all = [...labels, ...ofTarget];
    if (kind !== 'histogram') return [[name, all]];
    return [
      [`${name}_bucket`, [...all, 'le']],
      [`${name}_sum`, all],
      [`${name}_count`, all],
    ];
  }),
  ...signals.flatMap((signal) =>
    (Object.keys(windows) as WindowName[]).flatMap((window): [string, readonly string[]][] => [
      [recordName(signal, 'fleet', window), ['process_type', 'job']],
      [recordName(signal, 'instance', window), ['process_type', ...ofTarget]],
    ]),
  ),
]);

const queries = readDashboards(optionsWith()).flatMap(({ title, panels, annotations }) => [
  ...panels.flatMap((panel) =>
    (panel.targets ?? []).map(({ expr }) => ({ name: `${title}: ${panel.title}`, expr })),
  ),
  ...annotations.list.map(({ name, expr }) => ({ name: `${title}: mark ${name}`, expr })),
]);

test('there are queries to look at, and they name many metrics', () => {
  const named = queries.flatMap(({ expr }) => wordsOf(expr).selectors.map(({ metric }) => metric));
  expect(new Set(named).size).toBeGreaterThan(80);
});

describe.each(queries)('$name', ({ expr }) => {
  const { selectors, groups, bare } = wordsOf(expr);

  it('names only series of the catalogue, or recorded ones, each in braces', () => {
    expect(selectors.length).toBeGreaterThan(0);
    expect(selectors.filter(({ metric }) => !known.has(metric))).toEqual([]);
    expect(bare).toEqual([]);
  });

  it('names only labels that its series have', () => {
    for (const { metric, labels } of selectors) {
      expect(labels.filter((label) => !known.get(metric)?.includes(label))).toEqual([]);
    }
    const all = selectors.flatMap(({ metric }) => known.get(metric) ?? []);
    expect(groups.filter((label) => !all.includes(label))).toEqual([]);
  });
});

describe('a query with a fault', () => {
  it.each([
    ['a metric that nobody exposes', 'rate(turnscope_turns{job=~"$job"}[5m])', 'turnscope_turns'],
    [
      'a recorded name that no rule has',
      'process_type:turnscope_speed:rate1h{}',
      'process_type:turnscope_speed:rate1h',
    ],
  ])('shows %s', (_, expr, name) => {
    expect(wordsOf(expr).selectors.map(({ metric }) => metric)).toEqual([name]);
    expect(known.has(name)).toBe(false);
  });

  it('shows a name without braces, and a label in either place', () => {
    expect(wordsOf('sum by (speed, job) (turnscope_rows)')).toEqual({
      selectors: [],
      groups: ['speed', 'job'],
      bare: ['turnscope_rows'],
    });
    expect(wordsOf('up{job=~"$job", speed!="1"}').selectors[0]?.labels).toEqual(['job', 'speed']);
  });
});
