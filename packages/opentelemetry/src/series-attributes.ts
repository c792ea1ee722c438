import type { Attributes } from '@opentelemetry/api';
import type { MetricFamily, MetricSeries } from '@turnscope/core';

/** The labels of series as attributes. MUTABLE: made once for each series, and forgotten with it. */
export class SeriesAttributes {
  readonly #made = new WeakMap<MetricSeries, Attributes>();

  of({ labels }: MetricFamily, series: MetricSeries): Attributes {
    const known = this.#made.get(series);
    if (known) return known;
    const pairs = labels.map((name, at) => [name, series.labelValues[at] ?? ''] as const);
    const made = Object.freeze(Object.fromEntries(pairs));
    this.#made.set(series, made);
    return made;
  }
}
