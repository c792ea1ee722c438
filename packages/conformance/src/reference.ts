import type { Collection, MetricFamily, MetricSeries } from '@turnscope/core';
import type { ReadFamilies, ReadSeries } from './read-families.ts';

/** What every back end must show: the collection itself, in the neutral form. */
export function readCollection({ now, families }: Collection): ReadFamilies {
  return families.map((family) => {
    const { name, kind, help } = family;
    return { name, kind, help, series: family.series.map((each) => readSeries(family, each, now)) };
  });
}

function readSeries(family: MetricFamily, series: MetricSeries, now: number): ReadSeries {
  const labels = Object.fromEntries(
    family.labels.map((name, at) => [name, series.labelValues[at] ?? '']),
  );
  if (family.kind !== 'histogram') return { labels, value: series.value(now) };
  const bounds = [...(family.bounds ?? []), Number.POSITIVE_INFINITY];
  const cells = new Float64Array(bounds.length + 1);
  series.read(now, cells);
  const buckets = new Map<number, number>();
  let count = 0;
  for (const [at, bound] of bounds.entries()) {
    count += cells[at] ?? 0;
    buckets.set(bound, count);
  }
  return { labels, buckets, sum: cells[bounds.length] ?? 0, count };
}
