import type { MetricKind, Unit } from '../catalogue/metric.ts';

/** What a back end reads: one metric with its series. */
export interface MetricFamily {
  readonly name: string;
  readonly kind: MetricKind;
  readonly unit: Unit;
  readonly help: string;
  readonly labels: readonly string[];
  /** Upper bounds of the buckets of a histogram, without +Inf. */
  readonly bounds?: readonly number[] | undefined;
  readonly series: readonly MetricSeries[];
}

/**
 * One label combination of a metric. The same object for as long as the store lives, so a back end
 * may keep what it derived from it. Read at the time that `collect()` gave.
 */
export interface MetricSeries {
  /** In the order of the family's labels. */
  readonly labelValues: readonly string[];
  /** Value of a counter or gauge. */
  value(now: number): number;
  /**
   * Writes a histogram into `into`: the count of each bucket (not cumulative), +Inf last, then the
   * sum. `into` needs two places more than there are bounds.
   */
  read(now: number, into: Float64Array): void;
}
