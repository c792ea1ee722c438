import type { Expression } from '../catalogue/expression.ts';
import type { MetricDefinition } from '../catalogue/metric.ts';
import type { ThresholdSet } from '../catalogue/thresholds.ts';
import type { OperandLayout } from '../window/operand-layout.ts';
import type { Window } from '../window/window.ts';
import { histogramQuantile } from './histogram-quantile.ts';

/** What expressions are computed from: one process type in one window. */
export interface Facts {
  readonly layout: OperandLayout;
  readonly window: Pick<Window, 'increase' | 'latest'>;
  /** Number of the process type among the groups. */
  readonly group: number;
  readonly thresholds: ThresholdSet;
}

/** A number, or that there is none. Never NaN, never infinite. */
export type Value = number | undefined;

/** Computes an expression: the interpreter that runs in the process. */
export function evaluateExpression(expression: Expression, facts: Facts): Value {
  const value = evaluate(expression, facts);
  return Number.isFinite(value) ? value : undefined;
}

function evaluate(expression: Expression, facts: Facts): Value {
  switch (expression.kind) {
    case 'increase':
      return increaseOf(expression, facts);
    case 'latest':
      return facts.window.latest(placeOf(expression, facts));
    case 'quantile':
      return quantileOf(expression, facts);
    case 'sum':
      return fold(expression.terms, facts, (a, b) => a + b);
    case 'product':
      return fold(expression.factors, facts, (a, b) => a * b);
    case 'scaled':
      return map(evaluateExpression(expression.of, facts), (value) => expression.by * value);
    case 'complement':
      return map(evaluateExpression(expression.of, facts), (value) => 1 - value);
    case 'clamped':
      return map(evaluateExpression(expression.of, facts), clamp);
    case 'limit':
      return facts.thresholds[expression.threshold][expression.severity];
    case 'ratio':
    case 'mean':
    case 'enough':
      return evaluateGuarded(expression, facts);
  }
}

type Guarded = Extract<Expression, { kind: 'ratio' | 'mean' | 'enough' }>;

/** Expressions that may have no value although their parts have one, or the other way round. */
function evaluateGuarded(expression: Guarded, facts: Facts): Value {
  switch (expression.kind) {
    case 'ratio': {
      const denominator = evaluateExpression(expression.denominator, facts) ?? 0;
      if (!(denominator > 0)) return undefined;
      return map(evaluateExpression(expression.numerator, facts), (value) => value / denominator);
    }
    case 'mean':
      return meanOfPresent(expression, facts);
    case 'enough': {
      const samples = evaluateExpression(expression.samples, facts) ?? 0;
      return samples >= expression.least ? evaluateExpression(expression.of, facts) : undefined;
    }
  }
}

function increaseOf(expression: Extract<Expression, { kind: 'increase' }>, facts: Facts): number {
  const at = placeOf(expression, facts);
  const { metric } = expression.operand;
  if (expression.part === 'value') return facts.window.increase(at);
  const buckets = boundsOf(metric).length + 1;
  if (expression.part === 'sum') return facts.window.increase(at + buckets);
  let count = 0;
  for (let bucket = 0; bucket < buckets; bucket += 1) count += facts.window.increase(at + bucket);
  return count;
}

function quantileOf(expression: Extract<Expression, { kind: 'quantile' }>, facts: Facts): Value {
  const at = placeOf(expression, facts);
  const bounds = boundsOf(expression.operand.metric);
  const counts = [...bounds, Number.POSITIVE_INFINITY].map((_, bucket) =>
    facts.window.increase(at + bucket),
  );
  return histogramQuantile(expression.quantile, bounds, counts);
}

function meanOfPresent(
  { required, optional }: Extract<Expression, { kind: 'mean' }>,
  facts: Facts,
): Value {
  const needed = required.map((part) => evaluateExpression(part, facts));
  if (needed.includes(undefined)) return undefined;
  const present = [...needed, ...optional.map((part) => evaluateExpression(part, facts))].filter(
    (value) => value !== undefined,
  );
  return present.reduce((total, value) => total + value, 0) / present.length;
}

function fold(
  parts: readonly Expression[],
  facts: Facts,
  join: (a: number, b: number) => number,
): Value {
  let result: Value;
  for (const part of parts) {
    const value = evaluateExpression(part, facts);
    if (value === undefined) return undefined;
    result = result === undefined ? value : join(result, value);
  }
  return result;
}

function map(value: Value, change: (value: number) => number): Value {
  return value === undefined ? undefined : change(value);
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}

function placeOf(
  { operand }: Extract<Expression, { operand: unknown }>,
  { layout, group }: Facts,
): number {
  return group * layout.size + layout.placeOf(operand).offset;
}

function boundsOf({ ladder }: MetricDefinition): readonly number[] {
  return ladder?.bounds ?? [];
}
