import type { MetricDefinition, MetricKind } from '@turnscope/core';
import { labelValues } from './label-values.ts';

/**
 * A query of PromQL that somebody would begin with: how much a counter grew, a quantile of a histogram, a
 * gauge as it is. Never a matcher on `le`, whose spelling depends on the format of the scrape.
 */
export function exampleQuery(metric: MetricDefinition): string {
  return writers[metric.kind](metric);
}

/** What agents do in five minutes is often nothing. */
const window = '1h';

const writers: Readonly<Record<MetricKind, (metric: MetricDefinition) => string>> = {
  counter: (metric) => {
    // Seconds for each second are a share of the time; the growth of anything else is a number of things.
    const growth = metric.unit === 'seconds' ? 'rate' : 'increase';
    return `sum${grouping(told(metric))} (${growth}(${metric.name}[${window}]))`;
  },
  histogram: (metric) => {
    const [first] = metric.labels;
    const labels = ['le', ...(first === undefined ? [] : [first])];
    return `histogram_quantile(0.95, sum${grouping(labels)} (rate(${metric.name}_bucket[${window}])))`;
  },
  gauge: ({ name }) => (name.endsWith('_timestamp_seconds') ? `time() - ${name}` : name),
};

/** Labels whose series are few enough to be looked at: the first, and all whose values are known. */
function told(metric: MetricDefinition): readonly string[] {
  return metric.labels.filter((label, at) => at === 0 || labelValues(metric, label) !== undefined);
}

function grouping(labels: readonly string[]): string {
  return labels.length === 0 ? '' : ` by (${labels.join(', ')})`;
}
