import type { Exemplar, MetricSeries } from '@turnscope/core';

/** Characters that names and values of labels may have together; Prometheus stores no more. */
const longest = 128;

/** What may be shown beside a bucket: none where the series has none, or one that is too long. */
export function exemplarOf(series: MetricSeries, bucket: number): Exemplar | undefined {
  const exemplar = series.exemplar?.(bucket);
  return exemplar && fits(exemplar) ? exemplar : undefined;
}

function fits({ labels }: Exemplar): boolean {
  let length = 0;
  for (const [name, value] of labels) length += [...name].length + [...value].length;
  return length <= longest;
}
