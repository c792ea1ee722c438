import type { MetricDefinition } from '@turnscope/core';
import type { Aggregator } from 'prom-client';

/** Gauges that are not the same or a maximum in all workers. */
const gauges: Partial<Record<MetricDefinition['rows'], Aggregator>> = {
  conversation: 'sum',
  process_state: 'sum',
  notification_queue: 'sum',
  // Neither a quantile nor a ratio of all workers can be had from theirs.
  signal: 'omit',
};

/**
 * How prom-client's `AggregatorRegistry` makes one number of the workers': counters and histograms
 * are summed, and so are gauges that count what a worker has. Signals are left out. Of the others the
 * largest is shown: the alert of any worker, the fullest table, the latest time.
 */
export function aggregatorOf({ kind, rows }: MetricDefinition): Aggregator {
  return kind === 'gauge' ? (gauges[rows] ?? 'max') : 'sum';
}
