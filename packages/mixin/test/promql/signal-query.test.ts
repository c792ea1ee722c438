import { expect, test } from '@jest/globals';
import { catalogue, type SignalName, signals } from '@turnscope/core';
import { signalQuery } from '../../src/promql/signal-query.ts';
import { writePromql } from '../../src/promql/write-promql.ts';
import { thresholdsWith } from '../support/thresholds.ts';

const levels = ['instance', 'fleet'] as const;
const versions = ['2.42', '2.53', '3'] as const;
const queries = versions.flatMap((prometheus) =>
  levels.flatMap((level) =>
    signals.map((signal) => ({
      signal,
      level,
      prometheus,
      text: textOf(signal.name, level, prometheus),
    })),
  ),
);

test('every signal has a query at each level for each version', () => {
  expect(queries.filter(({ text }) => text === undefined)).toEqual([]);
});

test('queries read metrics and labels of the catalogue, and no bound', () => {
  const known = new Map(
    catalogue.flatMap(({ name, labels, kind }) =>
      (kind === 'histogram' ? ['', '_bucket', '_sum', '_count'] : ['']).map((suffix) => [
        name + suffix,
        labels,
      ]),
    ),
  );
  for (const { text = '' } of queries) {
    for (const [, name = '', matchers = ''] of text.matchAll(/(turnscope_\w+)(?:\{(.*?)\})?/g)) {
      expect(known.keys()).toContain(name);
      for (const [, label] of matchers.matchAll(/(\w+)[=!]/g))
        expect(known.get(name)).toContain(label);
    }
    expect(text).not.toMatch(/\ble\s*[=!]/);
  }
});

test('results have the labels of their level, so labels of the user are gone', () => {
  for (const { text = '', level, signal } of queries) {
    const target = level === 'instance' ? 'job, instance' : 'job';
    const labels = signal.by === 'adapter' ? target : `${target}, process_type`;
    const found = [...text.matchAll(/by \((.*?)\)/g)].map(([, by = '']) => by.replace(', le', ''));
    expect(new Set(found)).toEqual(new Set([labels]));
  }
});

test('a query over another window reads that window', () => {
  const [signal] = signals;
  const query =
    signal &&
    signalQuery(signal, 'fleet', '15m', { thresholds: thresholdsWith(), prometheus: '3' });
  expect(query && new Set(writePromql(query).match(/\[.*?\]/g))).toEqual(new Set(['[15m]']));
});

test.each(levels)(
  'a score whose formula has a limit is computed with each limit at level %s',
  (level) => {
    const text = textOf('compaction_effectiveness', level, '2.42', {
      compaction_duration: { warning: 1, critical: 30 },
    });
    expect(text).toMatch(
      /process_type="clerk"[\s\S]*\/ 30\b[\s\S]*process_type!="clerk"[\s\S]*\/ 240\b/,
    );
    expect(textOf('compaction_effectiveness', level, '2.42')).not.toContain('clerk');
  },
);

function textOf(
  name: SignalName,
  level: (typeof levels)[number],
  prometheus: (typeof versions)[number],
  clerk = {},
): string | undefined {
  const signal = signals.find((each) => each.name === name);
  if (signal === undefined) return undefined;
  const query = signalQuery(signal, level, signal.window, {
    thresholds: thresholdsWith({ clerk }),
    prometheus,
  });
  return query && writePromql(query);
}
