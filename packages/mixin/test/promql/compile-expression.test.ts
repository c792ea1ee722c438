import { describe, expect, test } from '@jest/globals';
import type { Expression, ThresholdSet } from '@turnscope/core';
import { metric } from '../../src/metric.ts';
import { compileExpression, type Scope } from '../../src/promql/compile-expression.ts';
import { writePromql } from '../../src/promql/write-promql.ts';
import { thresholdsWith } from '../support/thresholds.ts';

const limits: ThresholdSet = {
  ...thresholdsWith().for('tactical'),
  restarts_1h: { warning: 0, critical: 1 },
};
const scope: Scope = {
  by: ['job', 'process_type'],
  window: '1h',
  matchers: [],
  limits,
  histograms: 'classic',
};

const turns = increase('turns_total');
const errors = increase('turns_total', { outcome: ['error'] });
const ended = increase('turns_total', { outcome: ['success', 'error'] });
const restarts = increase('restarts_total');
const limit: Expression = { kind: 'limit', threshold: 'compaction_duration', severity: 'critical' };
const zero: Expression = { kind: 'limit', threshold: 'restarts_1h', severity: 'warning' };
const ratio = (numerator: Expression, denominator: Expression): Expression => ({
  kind: 'ratio',
  numerator,
  denominator,
});

const sum = 'sum by (job, process_type) ';
const grown = (selector: string) => `${sum}(increase(turnscope_${selector}[1h]))`;
const [allTurns, allRestarts] = [grown('turns_total'), grown('restarts_total')];

const cases: readonly [what: string, expression: Expression, promql: string | undefined][] = [
  ['the growth of a counter', turns, allTurns],
  ['of series with a value', errors, grown('turns_total{outcome="error"}')],
  ['of series with one of two', ended, grown('turns_total{outcome=~"success|error"}')],
  ['the count of a histogram', part('count'), grown('compaction_ratio_count')],
  ['the sum of a histogram', part('sum'), grown('compaction_ratio_sum')],
  [
    'the largest of a gauge',
    {
      kind: 'latest',
      operand: { metric: metric('source_silence_seconds'), where: {}, over: 'max' },
    },
    'max by (job, process_type) (turnscope_source_silence_seconds)',
  ],
  [
    'a quantile, over buckets that are summed first',
    { kind: 'quantile', quantile: 0.95, operand: operand('turn_duration_seconds') },
    'histogram_quantile(0.95, sum by (job, process_type, le) (increase(turnscope_turn_duration_seconds_bucket[1h]))) >= 0',
  ],
  ['a sum', { kind: 'sum', terms: [turns, restarts] }, `${allTurns} + ${allRestarts}`],
  ['a product', { kind: 'product', factors: [turns, restarts] }, `${allTurns} * ${allRestarts}`],
  ['a sum of nothing', { kind: 'sum', terms: [] }, undefined],
  ['a part of it', { kind: 'scaled', by: 0.5, of: turns }, `0.5 * ${allTurns}`],
  ['what is missing to 1', { kind: 'complement', of: turns }, `1 - ${allTurns}`],
  ['the nearest of 0 to 1', { kind: 'clamped', of: turns }, `clamp(${allTurns}, 0, 1)`],
  [
    'a ratio, nothing divided by 0',
    ratio(errors, turns),
    `${grown('turns_total{outcome="error"}')} / (${allTurns} > 0)`,
  ],
  ['a share of a limit', ratio(turns, limit), `${allTurns} / 240`],
  ['a share of a limit of 0', ratio(turns, zero), undefined],
  [
    'a sum with a part that nobody has',
    { kind: 'sum', terms: [turns, ratio(turns, zero)] },
    undefined,
  ],
  ['a limit', limit, '240'],
  [
    'what numbers come to',
    { kind: 'complement', of: { kind: 'scaled', by: 0.5, of: limit } },
    '-119',
  ],
  ['a number that is brought between 0 and 1', { kind: 'clamped', of: limit }, '1'],
  [
    'a value, with enough samples',
    { kind: 'enough', of: turns, samples: restarts, least: 5 },
    `${allTurns} and (${allRestarts} >= 5)`,
  ],
  ['a value that needs none', { kind: 'enough', of: turns, samples: restarts, least: 0 }, allTurns],
  [
    'a limit, with enough samples',
    { kind: 'enough', of: limit, samples: turns, least: 5 },
    `(${allTurns} * 0 + 240) and (${allTurns} >= 5)`,
  ],
  [
    'a mean',
    { kind: 'mean', required: [turns, restarts], optional: [] },
    `(${allTurns} + ${allRestarts}) / 2`,
  ],
  [
    'a mean with a part that may be absent',
    { kind: 'mean', required: [turns], optional: [restarts] },
    `((${allTurns} + ${allRestarts}) / 2) or (${allTurns} / 1)`,
  ],
  [
    'a mean of parts that may all be absent',
    { kind: 'mean', required: [], optional: [turns, restarts] },
    `((${allTurns} + ${allRestarts}) / 2) or (${allTurns} / 1) or (${allRestarts} / 1)`,
  ],
  [
    'a mean without a part that it needs',
    { kind: 'mean', required: [ratio(turns, zero)], optional: [turns] },
    undefined,
  ],
  [
    'a mean without a part that it does not need',
    { kind: 'mean', required: [turns], optional: [ratio(turns, zero)] },
    `${allTurns} / 1`,
  ],
];

describe('an expression becomes PromQL:', () => {
  test.each(cases)('%s', (_, expression, promql) => {
    expect(flat(expression)).toBe(promql);
  });

  test('a mean that nobody could be told of is refused', () => {
    const mean: Expression = { kind: 'mean', required: [limit], optional: [turns] };
    expect(() => flat(mean)).toThrow('require a part');
  });

  test('matchers of a class stand in every selector', () => {
    const matchers = [{ label: 'process_type', operator: '!=', value: 'tactical' }] as const;
    const promql = compileExpression(ratio(errors, turns), { ...scope, matchers });
    expect(promql && writePromql(promql)).toMatch(
      /\{outcome="error",process_type!="tactical"\}[\s\S]*\{process_type!="tactical"\}/,
    );
  });

  test.each([
    [
      'count',
      'increase(turnscope_compaction_ratio_count[1h]) or histogram_count(increase(turnscope_compaction_ratio[1h]))',
    ],
    [
      'sum',
      'increase(turnscope_compaction_ratio_sum[1h]) or histogram_sum(increase(turnscope_compaction_ratio[1h]))',
    ],
  ] as const)('the %s of a histogram may be of a native one', (name, promql) => {
    expect(flat(part(name), { histograms: 'classic or native' })).toBe(`${sum}(${promql})`);
  });

  test('the quantile of a histogram may be of a native one', () => {
    const expression: Expression = {
      kind: 'quantile',
      quantile: 0.5,
      operand: operand('compaction_ratio'),
    };
    const of = (by: string, name: string) =>
      `histogram_quantile(0.5, sum by (${by}) (increase(turnscope_compaction_ratio${name}[1h])))`;
    expect(flat(expression, { histograms: 'classic or native' })).toBe(
      `(${of('job, process_type, le', '_bucket')} or ${of('job, process_type', '')}) >= 0`,
    );
  });
});

/** On one line. */
function flat(expression: Expression, own: Partial<Scope> = {}): string | undefined {
  const promql = compileExpression(expression, { ...scope, ...own });
  return (
    promql &&
    writePromql(promql)
      .replace(/\s*\n\s*/g, ' ')
      .replace(/\( /g, '(')
      .replace(/ \)/g, ')')
  );
}

function increase(
  name: string,
  where: Readonly<Record<string, readonly string[]>> = {},
): Expression {
  return { kind: 'increase', operand: { ...operand(name), where }, part: 'value' };
}

function part(name: 'sum' | 'count'): Expression {
  return { kind: 'increase', operand: operand('compaction_ratio'), part: name };
}

function operand(name: string) {
  return { metric: metric(name), where: {}, over: 'sum' } as const;
}
