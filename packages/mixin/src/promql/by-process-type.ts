import type { ThresholdSet, Thresholds } from '@turnscope/core';
import { joined, type Matcher, noneOf, oneOf, type Promql } from './promql.ts';
import { writePromql } from './write-promql.ts';

/** Process types that have the same numbers. */
export interface ThresholdClass {
  /** In alphabetical order. Undefined: all that no other class names. */
  readonly processTypes: readonly string[] | undefined;
  readonly limits: ThresholdSet;
}

/**
 * The process types by what is made of their thresholds: those with another text than the strategic ones, which
 * hold for everybody else, who come last.
 */
export function thresholdClasses(
  thresholds: Thresholds,
  textOf: (limits: ThresholdSet) => string,
): readonly ThresholdClass[] {
  const others = thresholds.for('strategic');
  const classes = new Map<string, { processTypes: string[]; limits: ThresholdSet }>();
  for (const processType of thresholds.processTypes.toSorted()) {
    const limits = thresholds.for(processType);
    const text = textOf(limits);
    if (text === textOf(others)) continue;
    const found = classes.get(text) ?? { processTypes: [], limits };
    found.processTypes.push(processType);
    classes.set(text, found);
  }
  return [...classes.values(), { processTypes: undefined, limits: others }];
}

/**
 * A query that depends on thresholds, once for each class of process types that it comes out equal for. No matcher
 * where that is everybody. Undefined where it has a value for nobody.
 */
export function byProcessType(
  thresholds: Thresholds,
  compile: (limits: ThresholdSet, matchers: readonly Matcher[]) => Promql | undefined,
): Promql | undefined {
  const classes = thresholdClasses(thresholds, (limits) => textOf(compile(limits, [])));
  const named = classes.flatMap(({ processTypes = [] }) => processTypes);
  const queries = classes.map(({ processTypes, limits }) => {
    if (named.length === 0) return compile(limits, []);
    const matcher = processTypes
      ? oneOf('process_type', processTypes)
      : noneOf('process_type', named);
    return compile(limits, [matcher]);
  });
  const answering = queries.filter((query) => query !== undefined);
  return answering.length === 0 ? undefined : joined(answering, 'or');
}

function textOf(query: Promql | undefined): string {
  return query === undefined ? '' : writePromql(query);
}
