import type { Histogram, Meter } from '@opentelemetry/api';
import { catalogue, type PerformanceMonitor } from '@turnscope/core';
import { instrumentOptions } from './instrument-options.ts';
import { observeValues } from './observe-values.ts';

/** Metrics that are observed until somebody stops that. */
export interface Observing {
  /** Ends it: no metric takes a value any more. A second call does nothing. */
  stop(): void;
}

/**
 * Shows a monitor's metrics through a Meter of the application's own MeterProvider, under the names, labels
 * and buckets of the catalogue. Counters and gauges are read from the monitor, once for each collection.
 * Histograms take each value when it is recorded, so they hold what was recorded from now on: call this
 * before the first event. A gauge that has no value any more is NaN, which OpenTelemetry's exporter for OTLP
 * in JSON cannot write: push in protobuf.
 */
export function observeWith(meter: Meter, monitor: PerformanceMonitor): Observing {
  const stopReading = observeValues(meter, monitor);
  const stopListening = observeHistograms(meter, monitor);
  return {
    stop() {
      stopReading();
      stopListening();
    },
  };
}

function observeHistograms(meter: Meter, monitor: PerformanceMonitor): () => void {
  const histograms = new Map<string, Histogram>();
  for (const definition of catalogue) {
    if (definition.ladder === undefined) continue;
    const explicitBucketBoundaries = [...definition.ladder.bounds];
    const options = { ...instrumentOptions(definition), advice: { explicitBucketBoundaries } };
    histograms.set(definition.name, meter.createHistogram(definition.name, options));
  }
  return monitor.on('observation', ({ metric, value, labels }) => {
    histograms.get(metric)?.record(value, labels);
  });
}
