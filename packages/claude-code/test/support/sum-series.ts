import type { Collection } from '@turnscope/core';

/**
 * A counter or gauge, summed over the series with this label value, by default over all; 0 when it has
 * none or is not shown.
 */
export function sumSeries(
  { families, now }: Collection,
  name: string,
  labelValue?: string,
): number {
  const series = families.find((family) => family.name === name)?.series ?? [];
  return series
    .filter(({ labelValues }) => labelValue === undefined || labelValues.includes(labelValue))
    .reduce((sum, each) => sum + each.value(now), 0);
}
