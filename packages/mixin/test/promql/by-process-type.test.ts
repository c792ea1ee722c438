import { expect, test } from '@jest/globals';
import type { ThresholdOverrides } from '@turnscope/core';
import { byProcessType, thresholdClasses } from '../../src/promql/by-process-type.ts';
import { binary, number, selector } from '../../src/promql/promql.ts';
import { writePromql } from '../../src/promql/write-promql.ts';
import { thresholdsWith } from '../support/thresholds.ts';

const limits = (warning: number) => ({ completion_ratio: { warning, critical: 0.1 } });

test.each<[what: string, overrides: ThresholdOverrides, promql: string]>([
  ['one query where all numbers are equal', {}, 'a <= 0.9'],
  [
    'a query of its own for a process type with another number',
    { clerk: limits(0.5) },
    '(a{process_type="clerk"} <= 0.5) or (a{process_type!="clerk"} <= 0.9)',
  ],
  [
    'one query for all that have the same other number, and one for each other number',
    { clerk: limits(0.5), tactical: limits(0.4), reader: limits(0.5) },
    '(a{process_type=~"clerk|reader"} <= 0.5)\nor\n(a{process_type="tactical"} <= 0.4)\nor\n(a{process_type!~"clerk|reader|tactical"} <= 0.9)',
  ],
  [
    'the strategic number for all others',
    { strategic: limits(0.6) },
    '(a{process_type="tactical"} <= 0.9) or (a{process_type!="tactical"} <= 0.6)',
  ],
  [
    'names as they are, whatever they mean in a regular expression',
    { 'a.b': limits(0.5), 'c|d': limits(0.5) },
    String.raw`(a{process_type=~"a\\.b|c\\|d"} <= 0.5) or (a{process_type!~"a\\.b|c\\|d"} <= 0.9)`,
  ],
])('%s', (_, overrides, promql) => {
  const query = byProcessType(thresholdsWith(overrides), ({ completion_ratio }, matchers) =>
    binary(selector('a', matchers), '<=', number(completion_ratio.warning)),
  );
  expect(query && writePromql(query)).toBe(promql);
});

test('who has no value is left out, and where nobody has one there is no query', () => {
  const thresholds = thresholdsWith({ clerk: limits(0.5) });
  const of = (wanted: (warning: number) => boolean) =>
    byProcessType(thresholds, ({ completion_ratio: { warning } }, matchers) =>
      wanted(warning) ? selector('a', matchers) : undefined,
    );
  expect(of((warning) => warning < 0.6)).toEqual(
    selector('a', [{ label: 'process_type', operator: '=', value: 'clerk' }]),
  );
  expect(of(() => false)).toBeUndefined();
});

test('classes are told apart by what is made of the limits, not by the limits', () => {
  const thresholds = thresholdsWith({ clerk: limits(0.5) });
  expect(thresholdClasses(thresholds, ({ restarts_1h }) => `${restarts_1h.warning}`)).toEqual([
    { processTypes: undefined, limits: thresholds.for('strategic') },
  ]);
});
