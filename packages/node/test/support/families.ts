import type { MetricFamily } from '@turnscope/core';

/** The value of a family with one series and no labels; NaN when there is no such family. */
export function singleValueOf(families: readonly MetricFamily[], name: string): number {
  return families.find((family) => family.name === name)?.series[0]?.value(0) ?? Number.NaN;
}
