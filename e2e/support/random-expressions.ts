import { type Expression, type Operand, signals } from '@turnscope/core';
import fc from 'fast-check';
import { operandsOf } from '../../packages/core/src/window/operand-layout.ts';

const operands = signals
  .filter(({ by }) => by === 'process_type')
  .flatMap(({ value, samples }) => [...operandsOf(value), ...operandsOf(samples)]);
const counters = operands.filter(({ metric }) => metric.kind === 'counter');
const histograms = operands.filter(({ metric }) => metric.kind === 'histogram');

const limit: fc.Arbitrary<Expression> = fc
  .record({
    threshold: fc.constantFrom('compaction_duration', 'completion_ratio', 'restarts_1h'),
    severity: fc.constantFrom('warning', 'critical'),
  })
  .map((chosen) => ({ kind: 'limit', ...chosen }) as const);
const grown: fc.Arbitrary<Expression> = fc.oneof(
  fc
    .constantFrom(...counters)
    .map((operand): Expression => ({ kind: 'increase', operand, part: 'value' })),
  fc
    .tuple(fc.constantFrom(...histograms), fc.constantFrom('count', 'sum'))
    .map(([operand, part]): Expression => ({ kind: 'increase', operand, part })),
  fc.tuple(fc.constantFrom(...histograms), fc.constantFrom(0.5, 0.9, 0.99)).map(
    ([operand, quantile]: [Operand, number]): Expression => ({
      kind: 'quantile',
      operand,
      quantile,
    }),
  ),
);

const { any } = fc.letrec<{ any: Expression }>((tie) => {
  const few = fc.array(tie('any'), { minLength: 1, maxLength: 3 });
  const kind = (name: Expression['kind'], parts: Record<string, fc.Arbitrary<object | number>>) =>
    fc.record(parts).map((made) => ({ kind: name, ...made }) as unknown as Expression);
  return {
    any: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      grown,
      limit,
      kind('sum', { terms: few }),
      kind('product', { factors: few }),
      kind('scaled', { by: fc.constantFrom(0.5, 2, -1), of: tie('any') }),
      kind('ratio', { numerator: tie('any'), denominator: tie('any') }),
      kind('complement', { of: tie('any') }),
      kind('clamped', { of: tie('any') }),
      // What is sure to be there must tell whose mean it is.
      kind('mean', {
        required: fc.tuple(tie('any'), grown),
        optional: fc.array(tie('any'), { maxLength: 2 }),
      }),
      kind('enough', { of: tie('any'), samples: grown, least: fc.constantFrom(0.5, 7.5, 40.5) }),
    ),
  };
});

/**
 * Expressions of every kind over the operands of signals, each with samples, as signals are: what is made of limits alone
 * is nobody's. The same seed makes the same.
 */
export function randomExpressions(seed: number, count: number): readonly Expression[] {
  const sampled = fc
    .tuple(any, grown)
    .map(([of, samples]): Expression => ({ kind: 'enough', of, samples, least: 0.5 }));
  return fc.sample(sampled, { seed, numRuns: count });
}
