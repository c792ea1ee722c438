import type { HrTime } from '@opentelemetry/api';
import type { CollectionResult, MetricProducer, ScopeMetrics } from '@opentelemetry/sdk-metrics';
import { type PerformanceMonitor, systemClock, version } from '@turnscope/core';
import { FamilyReader } from './family-reader.ts';
import { hrTime } from './hr-time.ts';

export interface MetricProducerOptions {
  /** Since when the monitor counts, in epoch milliseconds: the start time of every point. Default now. */
  readonly startTime?: number | undefined;
}

/**
 * Shows a monitor's metrics to the readers of OpenTelemetry that take `metricProducers`: PrometheusExporter and
 * PeriodicExportingMetricReader. They are cumulative whatever the reader prefers, and stand under the names
 * of the catalogue. Never rejects: what goes wrong is in `errors`, and there are no metrics then.
 */
export function createMetricProducer(
  monitor: PerformanceMonitor,
  { startTime = systemClock.now() }: MetricProducerOptions = {},
): MetricProducer {
  const reader = new FamilyReader();
  const start = hrTime(startTime);
  return {
    async collect() {
      try {
        return result([collectFrom(monitor, reader, start)], []);
      } catch (error) {
        return result([], [asError(error)]);
      }
    },
  };
}

function collectFrom(
  monitor: PerformanceMonitor,
  reader: FamilyReader,
  startTime: HrTime,
): ScopeMetrics {
  const { now, families } = monitor.collect();
  const time = { now, startTime, endTime: hrTime(now) };
  const shown = families.filter(({ series }) => series.length > 0);
  return {
    scope: { name: 'turnscope', version },
    metrics: shown.map((family) => reader.read(family, time)),
  };
}

function result(scopeMetrics: ScopeMetrics[], errors: unknown[]): CollectionResult {
  return { resourceMetrics: { resource: noResource, scopeMetrics }, errors };
}

/** A reader takes the resource of its MeterProvider in place of this one. */
const noResource: CollectionResult['resourceMetrics']['resource'] = {
  attributes: {},
  merge: (other) => other ?? noResource,
  getRawAttributes: () => [],
};

/** A reader asks the first error for its name, and fails when that has none to ask. */
function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
