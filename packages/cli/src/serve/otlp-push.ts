import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-proto';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  MeterProvider,
  PeriodicExportingMetricReader,
  type PushMetricExporter,
} from '@opentelemetry/sdk-metrics';
import { type PerformanceMonitor, version } from '@turnscope/core';
import { createMetricProducer } from '@turnscope/opentelemetry';
import type { OtlpSettings } from '../settings/otlp.ts';

/** Pushes until it is closed. */
export interface OtlpPush {
  /** Pushes once more and ends. */
  close(): Promise<void>;
}

export interface OtlpPushOptions {
  readonly settings: OtlpSettings;
  readonly monitor: PerformanceMonitor;
  /** Since when the monitor counts: epoch milliseconds. */
  readonly startTime: number;
  /** What tells this process from others on its host. */
  readonly port: string;
  /** Hears of a push that failed; the message names the receiver's origin, and no secret. */
  readonly onProblem: (problem: Error) => void;
}

const longestTimeoutSeconds = 10;

/** Pushes a monitor's metrics by OTLP over HTTP in protobuf, from now on. */
export function startOtlpPush(options: OtlpPushOptions): OtlpPush {
  const { settings, monitor, startTime, port, onProblem } = options;
  const { url, intervalSeconds, hostName } = settings;
  const timeoutMillis = Math.min(intervalSeconds, longestTimeoutSeconds) * 1_000;
  const exporter = new OTLPMetricExporter({ url, timeoutMillis });
  const reader = new PeriodicExportingMetricReader({
    exporter: telling(exporter, (error) =>
      onProblem(new Error(`${new URL(url).origin}: ${reasonOf(error)}`)),
    ),
    exportIntervalMillis: intervalSeconds * 1_000,
    exportTimeoutMillis: timeoutMillis,
    metricProducers: [createMetricProducer(monitor, { startTime })],
  });
  const resource = resourceFromAttributes({
    'service.name': 'turnscope',
    'service.version': version,
    'service.instance.id': `${hostName}:${port}`,
    'host.name': hostName,
  });
  const provider = new MeterProvider({ resource, readers: [reader] });
  void provider.forceFlush().catch(() => {});
  return { close: () => provider.shutdown() };
}

/** An exporter that also says what went wrong; the SDK itself tells nobody. */
function telling(
  exporter: OTLPMetricExporter,
  onError: (error: Error) => void,
): PushMetricExporter {
  return {
    export: (metrics, done) =>
      exporter.export(metrics, (result) => {
        if (result.error) onError(result.error);
        done(result);
      }),
    forceFlush: () => exporter.forceFlush(),
    shutdown: () => exporter.shutdown(),
    selectAggregationTemporality: (type) => exporter.selectAggregationTemporality(type),
    selectAggregation: (type) => exporter.selectAggregation(type),
  };
}

/** A status, or the code of the system. The words of the error may quote what was sent or answered. */
function reasonOf({ code, cause }: Error & { readonly code?: unknown }): string {
  const inner = (cause as { readonly code?: unknown } | undefined)?.code;
  const known = code ?? inner;
  if (typeof known === 'number') return `it answered ${known}`;
  return typeof known === 'string' ? `the request failed (${known})` : 'the request failed';
}
