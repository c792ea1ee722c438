import type { MetricFamily, MetricSeries, NativeHistogram } from '@turnscope/core';

/** A series as a test writes it down: a value, or the counts of the buckets and the sum. */
interface GivenSeries {
  readonly labelValues?: readonly string[];
  readonly value?: number;
  /** Not cumulative, +Inf last. */
  readonly buckets?: readonly number[];
  readonly sum?: number;
  readonly startedAt?: number;
  readonly native?: NativeHistogram;
}

/** A family as a test writes it down. */
export interface GivenFamily {
  readonly name: string;
  readonly kind?: MetricFamily['kind'];
  readonly help?: string;
  readonly labels?: readonly string[];
  readonly bounds?: readonly number[];
  readonly series: readonly GivenSeries[];
}

export function family({ series, ...given }: GivenFamily): MetricFamily {
  return {
    kind: 'gauge',
    unit: 'none',
    help: 'Help.',
    labels: [],
    ...given,
    series: series.map(asSeries),
  };
}

function asSeries({
  labelValues = [],
  value = 0,
  buckets = [],
  sum = 0,
  startedAt,
  native,
}: GivenSeries): MetricSeries {
  return {
    labelValues,
    value: () => value,
    read: (_now, into) => into.set([...buckets, sum]),
    ...(startedAt === undefined ? {} : { startedAt: () => startedAt }),
    ...(native === undefined ? {} : { native: () => native }),
  };
}
