import type { ReadFamilies, ReadSeries } from '@turnscope/conformance';
import type { ReadFamily, ReadMetric } from './parse-protobuf.ts';

/** MetricType of metrics.proto. */
const kinds = new Map([
  [0, 'counter'],
  [1, 'gauge'],
  [4, 'histogram'],
] as const);

/** Protobuf messages in the neutral form of the contract. */
export function asReadFamilies(families: readonly ReadFamily[]): ReadFamilies {
  return families.map(({ name, help, type, metric = [] }) => {
    const kind = kinds.get(type as 0 | 1 | 4);
    if (kind === undefined) throw new Error(`${name} has the unknown type ${type}`);
    return { name, kind, help, series: metric.map(asSeries) };
  });
}

function asSeries({ label = [], counter, gauge, histogram }: ReadMetric): ReadSeries {
  const labels = Object.fromEntries(label.map(({ name, value }) => [name, value]));
  if (histogram === undefined) return { labels, value: (counter ?? gauge)?.value ?? Number.NaN };
  const { sampleSum: sum, sampleCount: count, bucket } = histogram;
  const bounds = bucket.map(
    ({ upperBound, cumulativeCount }) => [upperBound, cumulativeCount] as const,
  );
  return { labels, buckets: new Map([...bounds, [Number.POSITIVE_INFINITY, count]]), sum, count };
}
