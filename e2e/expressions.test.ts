import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Expression, type SignalDefinition, signals } from '@turnscope/core';
import { describeWith, tool } from '@turnscope/testing';
import { expressionQuery } from '../packages/mixin/src/promql/signal-query.ts';
import { writePromql } from '../packages/mixin/src/promql/write-promql.ts';
import { askAt, compare, HistoryOfSignals } from './support/compared-signals.ts';
import { extrapolatedIncrease } from './support/extrapolated-increase.ts';
import { createBlocks } from './support/openmetrics-blocks.ts';
import { type PrometheusServer, startPrometheusWith } from './support/prometheus-server.ts';
import { randomExpressions } from './support/random-expressions.ts';
import { recordHistory } from './support/recorded-history.ts';
import { operandMetrics } from './support/sampled-operands.ts';
import { histories } from './support/worked-histories.ts';

// A law: whatever an expression is made of, its PromQL means what core computes. Not only what today's signals use.

const count = 300;
const seed = 11;
/** Of a value or of 1: what is left of a difference of equal numbers has no digits to compare. */
const tolerance = 1e-9;
const tools = {
  what: 'the tools promtool and prometheus',
  found: tool('promtool').found && tool('prometheus').found,
};

describeWith(tools, 'random expressions, as PromQL in a real Prometheus', () => {
  const script = histories.find(({ name }) => name.startsWith('restarts'));
  if (script === undefined) throw new RangeError('there is no history of restarts');
  const history = recordHistory(script, operandMetrics);
  const local = new HistoryOfSignals(history);
  const expressions = randomExpressions(seed, count);
  let folder = '';
  let prometheus: PrometheusServer;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'turnscope-expressions-'));
    await mkdir(join(folder, 'data'));
    await createBlocks(folder, 'one', history.series);
    prometheus = await startPrometheusWith(folder, '{}');
  });
  afterAll(async () => {
    await prometheus?.close();
    await rm(folder, { recursive: true });
  });

  it('are of every kind', () => {
    const texts = JSON.stringify(expressions);
    for (const kind of kinds) expect(texts).toContain(`"kind":"${kind}"`);
  });

  it('have the values that core computes', async () => {
    let compared = 0;
    for (const [index, expression] of expressions.entries()) {
      const at = history.scrapes.at(-1 - ((index * 7) % 150))?.at ?? 0;
      const differences = await differencesOf(expression, at);
      expect({ index, query: queryOf(expression), differences: differences.wrong }).toMatchObject({
        differences: [],
      });
      compared += differences.compared;
    }
    expect(compared).toBeGreaterThan(count / 2);
  });

  async function differencesOf(expression: Expression, at: number) {
    const signal = asSignal(expression);
    const query = queryOf(expression);
    const answers =
      query === undefined
        ? new Map<string, number>()
        : await askAt(prometheus, { queries: { of: () => query }, signal }, at);
    const read = local.read(signal, local.windowOf(signal, at), extrapolatedIncrease);
    const all = compare(signal, at, read, answers);
    return {
      compared: all.filter((each) => each.local !== undefined).length,
      wrong: all.filter(({ local: here, other }) => !isEqual(here, other)),
    };
  }

  function queryOf(expression: Expression): string | undefined {
    const scope = { by: ['job', 'instance', 'process_type'], window: '1h' };
    const options = { thresholds: history.thresholds, prometheus: '2.42' } as const;
    const query = expressionQuery(expression, scope, options);
    return query && writePromql(query);
  }
});

const kinds: readonly Expression['kind'][] = [
  'increase',
  'quantile',
  'sum',
  'product',
  'scaled',
  'ratio',
  'complement',
  'clamped',
  'mean',
  'limit',
  'enough',
];

/** What a signal of this value would be, over an hour and with any number of samples. */
function asSignal(value: Expression): SignalDefinition {
  const model = signals.find(({ window, by }) => window === '1h' && by === 'process_type');
  if (model === undefined) throw new RangeError('no signal is over an hour');
  return { ...model, value, minSamples: 0 };
}

function isEqual(here: number | undefined, other: number | undefined): boolean {
  if (here === undefined || other === undefined) return here === other;
  return Math.abs(here - other) <= tolerance * Math.max(1, Math.abs(other));
}
