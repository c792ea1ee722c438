import type { MetricFamily, MetricSeries } from '@turnscope/core';

type Described = Pick<MetricFamily, 'name' | 'help'> & Partial<Pick<MetricFamily, 'unit'>>;

/** A counter or gauge without labels whose value is asked for at each scrape. */
export function singleValue(
  kind: 'counter' | 'gauge',
  described: Described,
  value: () => number,
): MetricFamily {
  const series: MetricSeries = { labelValues: [], value, read: () => {} };
  return { unit: 'none', ...described, kind, labels: [], series: [series] };
}
