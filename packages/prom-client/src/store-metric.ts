import type { MetricDefinition } from '@turnscope/core';
import type { Aggregator } from 'prom-client';
import { aggregatorOf } from './aggregator-of.ts';
import { type LabelledValue, SeriesValues } from './series-values.ts';
import type { SharedCollection } from './shared-collection.ts';

/** A metric at the time of a scrape, as a registry takes it. */
interface Scraped {
  readonly name: string;
  readonly help: string;
  readonly type: MetricDefinition['kind'];
  readonly aggregator: Aggregator;
  readonly values: LabelledValue[];
}

/** A metric of the store as a registry of prom-client holds it: it has no numbers of its own. */
export class StoreMetric {
  /** A registry for OpenMetrics takes the `_total` off a counter's, and reads it in what `get` answers. */
  name: string;
  readonly help: string;
  readonly type: MetricDefinition['kind'];
  readonly aggregator: Aggregator;
  readonly collection: SharedCollection;
  readonly #values: SeriesValues;

  constructor(definition: MetricDefinition, collection: SharedCollection) {
    this.name = definition.name;
    this.help = definition.help;
    this.type = definition.kind;
    this.aggregator = aggregatorOf(definition);
    this.collection = collection;
    this.#values = new SeriesValues(definition);
  }

  /** For `getMetricsAsJSON`: every value with all its labels, the caller's to change. */
  async get(): Promise<Scraped> {
    const values = this.#values.read(this.collection.moment);
    return this.#scraped(
      values.map(({ sharedLabels, labels, ...value }) => ({
        ...value,
        labels: { ...labels, ...sharedLabels },
      })),
    );
  }

  /**
   * For `metrics`, which prefers it to `get`, as prom-client's own histograms have it: the labels of a
   * series apart from `le`, so that the registry flattens them once.
   */
  async getForPromString(): Promise<Scraped> {
    return this.#scraped(this.#values.read(this.collection.moment));
  }

  /** Nothing: the numbers are the monitor's. */
  reset(): void {}

  #scraped(values: LabelledValue[]): Scraped {
    const { name, help, type, aggregator } = this;
    return { name, help, type, aggregator, values };
  }
}
