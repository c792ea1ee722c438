import type { Expression, SignalDefinition, WindowName } from '@turnscope/core';
import type { MixinOptions } from '../mixin-options.ts';
import { byProcessType } from './by-process-type.ts';
import { compileExpression } from './compile-expression.ts';
import { type Level, labelsOf } from './levels.ts';
import type { Promql } from './promql.ts';

/** Of what a query is made besides the definitions. */
export type QueryOptions = Pick<MixinOptions, 'thresholds' | 'prometheus'>;

/**
 * A signal as a query; without enough samples it has no result, as its gauge has no value. At level `fleet` what the
 * signal is made of is put together first, so nothing is the mean of ratios or quantiles. Undefined where the
 * thresholds leave no value to anybody.
 */
export function signalQuery(
  signal: SignalDefinition,
  level: Level,
  window: WindowName,
  options: QueryOptions,
): Promql | undefined {
  const { value: of, samples, minSamples: least } = signal;
  const by = labelsOf(signal, level);
  return expressionQuery({ kind: 'enough', of, samples, least }, { by, window }, options);
}

/** Any expression as a query, by these labels over this window. */
export function expressionQuery(
  expression: Expression,
  { by, window }: { readonly by: readonly string[]; readonly window: string },
  { thresholds, prometheus }: QueryOptions,
): Promql | undefined {
  const histograms = prometheus === '2.42' ? 'classic' : 'classic or native';
  return byProcessType(thresholds, (limits, matchers) =>
    compileExpression(expression, { by, window, matchers, limits, histograms }),
  );
}
