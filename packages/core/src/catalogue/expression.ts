import type { MetricDefinition } from './metric.ts';
import type { Severity, ThresholdName } from './thresholds.ts';

/** Labels that a series must have, each with the values it may take. Never `le`: its spelling depends on the format. */
export type Matchers = Readonly<Record<string, readonly string[]>>;

/**
 * Which series of a metric a signal reads, put together by process type; the series of a metric
 * without that label are about the adapter itself.
 */
export interface Operand {
  readonly metric: MetricDefinition;
  readonly where: Matchers;
  /** How series of one process type are put together: counters and histograms are summed. */
  readonly over: 'sum' | 'max';
}

/**
 * A number derived from operands over a window, as data: one interpreter computes it here, another
 * writes its PromQL. Every expression may have no value, and one with a part that has none has none,
 * unless its description says otherwise.
 */
export type Expression =
  /** How much a counter grew in the window; for a histogram its count or the sum of what it holds. */
  | {
      readonly kind: 'increase';
      readonly operand: Operand;
      readonly part: 'value' | 'count' | 'sum';
    }
  /** A gauge as it is at the end of the window. */
  | { readonly kind: 'latest'; readonly operand: Operand }
  /** What a histogram took in during the window: its quantile, interpolated within the bucket. */
  | { readonly kind: 'quantile'; readonly quantile: number; readonly operand: Operand }
  | { readonly kind: 'sum'; readonly terms: readonly Expression[] }
  | { readonly kind: 'product'; readonly factors: readonly Expression[] }
  | { readonly kind: 'scaled'; readonly by: number; readonly of: Expression }
  /** No value where the denominator is not above 0. */
  | { readonly kind: 'ratio'; readonly numerator: Expression; readonly denominator: Expression }
  /** 1 - x. */
  | { readonly kind: 'complement'; readonly of: Expression }
  /** The nearest number from 0 to 1. */
  | { readonly kind: 'clamped'; readonly of: Expression }
  /** The mean of all required parts and of those optional ones that have a value. */
  | {
      readonly kind: 'mean';
      readonly required: readonly Expression[];
      readonly optional: readonly Expression[];
    }
  /** A threshold of the process type. */
  | { readonly kind: 'limit'; readonly threshold: ThresholdName; readonly severity: Severity }
  /** The value, where there are at least so many samples. */
  | {
      readonly kind: 'enough';
      readonly of: Expression;
      readonly samples: Expression;
      readonly least: number;
    };

/** The growth of a counter's series with these labels. */
export function increase(metric: MetricDefinition, where: Matchers = {}): Expression {
  return { kind: 'increase', operand: { metric, where, over: 'sum' }, part: 'value' };
}

/** How many values a histogram took in. */
export function countOf(metric: MetricDefinition, where: Matchers = {}): Expression {
  return { kind: 'increase', operand: { metric, where, over: 'sum' }, part: 'count' };
}

/** The mean of the values that a histogram took in. */
export function meanOf(metric: MetricDefinition, where: Matchers = {}): Expression {
  const operand: Operand = { metric, where, over: 'sum' };
  return ratio({ kind: 'increase', operand, part: 'sum' }, countOf(metric, where));
}

/** A quantile of the values that a histogram took in, as `histogram_quantile` computes it. */
export function quantileOf(
  quantile: number,
  metric: MetricDefinition,
  where: Matchers = {},
): Expression {
  return { kind: 'quantile', quantile, operand: { metric, where, over: 'sum' } };
}

/** The largest of a gauge's series. */
export function highest(metric: MetricDefinition): Expression {
  return { kind: 'latest', operand: { metric, where: {}, over: 'max' } };
}

export function ratio(numerator: Expression, denominator: Expression): Expression {
  return { kind: 'ratio', numerator, denominator };
}

export function sum(...terms: readonly Expression[]): Expression {
  return { kind: 'sum', terms };
}

/** 1 - x, not below 0 and not above 1. */
export function saved(of: Expression): Expression {
  return { kind: 'clamped', of: { kind: 'complement', of } };
}
