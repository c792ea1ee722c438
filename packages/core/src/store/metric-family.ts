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
  /**
   * Since when it counts: epoch milliseconds. NaN where that is not known any more. Absent where nobody
   * keeps it. A counter that is read back goes on, so its time is that of its first beginning.
   */
  startedAt?(): number;
  /**
   * A histogram in native buckets, which count the same observations as those that `read` gives at the
   * same time. Only where native histograms are kept.
   */
  readonly native?: ((now: number) => NativeHistogram) | undefined;
  /**
   * One observation that fell into a bucket, to be shown beside it; `bucket` counts as `read` does.
   * Only where something remembers such, and only while the bucket counts more than 0. Another one
   * comes only with another count, so a back end may keep what it wrote as long as the counts stay.
   */
  exemplar?(bucket: number): Exemplar | undefined;
}

/** A single observation that stands for the others of its bucket. */
export interface Exemplar {
  /** Names and values; what leads to the observation, such as a conversation id. */
  readonly labels: readonly (readonly [name: string, value: string])[];
  /** Between the bounds of its bucket. */
  readonly value: number;
  /** When it was observed: epoch milliseconds. */
  readonly at?: number | undefined;
}

/**
 * A histogram whose bounds are powers of one number, as Prometheus 2.40 and later take them: bucket `i`
 * holds what is above `2 ** ((i - 1) * 2 ** -schema)` and not above `2 ** (i * 2 ** -schema)`.
 */
export interface NativeHistogram {
  /** From -4 to 8; a finer one has a larger number. */
  readonly schema: number;
  /** Values up to here are in `zeroCount` and in no bucket. */
  readonly zeroThreshold: number;
  readonly zeroCount: number;
  /** The number of the first of `counts`, which are those of buckets side by side. */
  readonly lowest: number;
  readonly counts: ArrayLike<number>;
}
