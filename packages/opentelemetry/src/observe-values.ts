import type { Attributes, BatchObservableResult, Meter, Observable } from '@opentelemetry/api';
import {
  catalogue,
  type MetricDefinition,
  type MetricSeries,
  type PerformanceMonitor,
} from '@turnscope/core';
import { instrumentOptions } from './instrument-options.ts';
import { SeriesAttributes } from './series-attributes.ts';

/** Observes counters and gauges, all in one reading of the monitor for each collection. Answers the function that ends it. */
export function observeValues(meter: Meter, monitor: PerformanceMonitor): () => void {
  const observables = new Map<string, Observable>();
  for (const definition of catalogue) {
    const observable = createObservable(meter, definition);
    if (observable) observables.set(definition.name, observable);
  }
  const reader = new ValueReader(monitor, observables);
  const observe = (result: BatchObservableResult) => reader.readInto(result);
  const all = [...observables.values()];
  meter.addBatchObservableCallback(observe, all);
  return () => meter.removeBatchObservableCallback(observe, all);
}

function createObservable(meter: Meter, definition: MetricDefinition): Observable | undefined {
  const { kind, name } = definition;
  if (kind === 'counter') return meter.createObservableCounter(name, instrumentOptions(definition));
  if (kind === 'gauge') return meter.createObservableGauge(name, instrumentOptions(definition));
  return undefined;
}

interface Gauge {
  readonly observable: Observable;
  readonly attributes: Attributes;
}

/** MUTABLE: remembers the gauges that were shown. */
class ValueReader {
  readonly #monitor: PerformanceMonitor;
  readonly #observables: ReadonlyMap<string, Observable>;
  readonly #attributes = new SeriesAttributes();
  readonly #gauges = new Map<MetricSeries, Gauge>();

  constructor(monitor: PerformanceMonitor, observables: ReadonlyMap<string, Observable>) {
    this.#monitor = monitor;
    this.#observables = observables;
  }

  /** A gauge that has no value any more becomes NaN: the SDK would go on showing its last one. */
  readInto(result: BatchObservableResult): void {
    const { now, families } = this.#monitor.collect();
    const gone = new Map(this.#gauges);
    for (const family of families) {
      const observable = this.#observables.get(family.name);
      if (observable === undefined) continue;
      for (const series of family.series) {
        const attributes = this.#attributes.of(family, series);
        result.observe(observable, series.value(now), attributes);
        if (family.kind === 'gauge') this.#gauges.set(series, { observable, attributes });
        gone.delete(series);
      }
    }
    for (const { observable, attributes } of gone.values()) {
      result.observe(observable, Number.NaN, attributes);
    }
  }
}
