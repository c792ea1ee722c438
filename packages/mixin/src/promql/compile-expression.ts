import type { Expression, Operand, ThresholdSet } from '@turnscope/core';
import { compileMean } from './compile-mean.ts';
import { clamp, combine } from './fold-constants.ts';
import { binary, call, type Matcher, number, oneOf, type Promql, selector } from './promql.ts';

/** What an expression is compiled for. */
export interface Scope {
  /** The labels of its results. */
  readonly by: readonly string[];
  /** As PromQL writes it: `1h`. */
  readonly window: string;
  /** Only series with these labels. */
  readonly matchers: readonly Matcher[];
  /** What limits in the expression stand for. */
  readonly limits: ThresholdSet;
  /** `classic`: `_bucket`, `_sum` and `_count`; else a native histogram where these are not stored. */
  readonly histograms: 'classic' | 'classic or native';
}

/**
 * Compiles an expression: the interpreter that writes PromQL. Undefined where it can never have a value, such as
 * what is divided by a limit of 0. A number alone stands for a value that everything has.
 *
 * The query means what core computes, with two differences that Prometheus brings: `increase` extrapolates, and a
 * counter without any series has no growth, where core says 0.
 */
export function compileExpression(expression: Expression, scope: Scope): Promql | undefined {
  switch (expression.kind) {
    case 'increase':
      return increaseOf(expression, scope);
    case 'latest':
      return aggregate(expression.operand, scope, select(expression.operand, scope));
    case 'quantile':
      return quantileOf(expression, scope);
    case 'sum':
      return fold(expression.terms, '+', scope);
    case 'product':
      return fold(expression.factors, '*', scope);
    case 'scaled':
      return combine(number(expression.by), '*', compileExpression(expression.of, scope));
    case 'complement':
      return combine(number(1), '-', compileExpression(expression.of, scope));
    case 'clamped':
      return clamp(compileExpression(expression.of, scope));
    case 'limit':
      return number(scope.limits[expression.threshold][expression.severity]);
    case 'ratio':
      return ratioOf(expression, scope);
    case 'mean':
      return compileMean(
        expression.required.map((part) => compileExpression(part, scope)),
        expression.optional.map((part) => compileExpression(part, scope)),
      );
    case 'enough':
      return enoughOf(expression, scope);
  }
}

type Kind<Name extends Expression['kind']> = Extract<Expression, { kind: Name }>;

function increaseOf({ operand, part }: Kind<'increase'>, scope: Scope): Promql {
  if (part === 'value') return aggregate(operand, scope, grown(operand, scope));
  const classic = grown(operand, scope, `_${part}`);
  if (scope.histograms === 'classic') return aggregate(operand, scope, classic);
  const native = call(`histogram_${part}`, grown(operand, scope));
  return aggregate(operand, scope, binary(classic, 'or', native));
}

/** Nothing but numbers of at least 0 are observed, so the comparison drops the NaN of a histogram without any. */
function quantileOf({ quantile, operand }: Kind<'quantile'>, scope: Scope): Promql {
  const of = (buckets: Promql) => call('histogram_quantile', number(quantile), buckets);
  const byBound = { ...scope, by: [...scope.by, 'le'] };
  const classic = of(aggregate(operand, byBound, grown(operand, scope, '_bucket')));
  const native = of(aggregate(operand, scope, grown(operand, scope)));
  const both = scope.histograms === 'classic' ? classic : binary(classic, 'or', native);
  return binary(both, '>=', number(0));
}

function ratioOf({ numerator, denominator }: Kind<'ratio'>, scope: Scope): Promql | undefined {
  const above = compileExpression(denominator, scope);
  if (above === undefined) return undefined;
  const guarded = above.kind === 'number' ? above : binary(above, '>', number(0));
  if (above.kind === 'number' && !(above.value > 0)) return undefined;
  return combine(compileExpression(numerator, scope), '/', guarded);
}

/** A number where there must be series: it takes their labels from others. */
function enoughOf({ of, samples, least }: Kind<'enough'>, scope: Scope): Promql | undefined {
  const value = compileExpression(of, scope);
  const seen = compileExpression(samples, scope);
  if (value === undefined || least <= 0) return value;
  if (seen === undefined) return undefined;
  if (seen.kind === 'number') return seen.value >= least ? value : undefined;
  const labelled =
    value.kind === 'number' ? combine(combine(seen, '*', number(0)), '+', value) : value;
  return labelled && binary(labelled, 'and', binary(seen, '>=', number(least)));
}

function fold(parts: readonly Expression[], operator: '+' | '*', scope: Scope): Promql | undefined {
  const [first, ...others] = parts.map((part) => compileExpression(part, scope));
  return others.reduce((left, right) => combine(left, operator, right), first);
}

function aggregate({ over }: Operand, { by }: Scope, of: Promql): Promql {
  return { kind: 'aggregate', operation: over, by, of };
}

/** How much the series of an operand grew, each by itself. */
function grown(operand: Operand, scope: Scope, suffix = ''): Promql {
  return call('increase', select(operand, scope, { suffix, range: scope.window }));
}

function select(
  { metric, where }: Operand,
  { matchers }: Scope,
  { suffix, range }: { readonly suffix: string; readonly range?: string } = { suffix: '' },
): Promql {
  const wanted = Object.entries(where).map(([label, values]) => oneOf(label, values));
  return selector(metric.name + suffix, [...wanted, ...matchers], range);
}
