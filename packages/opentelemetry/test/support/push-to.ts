import type { BackEndReader } from '@turnscope/conformance';
import { type OtlpReceiver, type OtlpRequest, translateOtlp } from '@turnscope/conformance/otlp';
import type { PerformanceMonitor } from '@turnscope/core';
import { createMetricProducer, observeWith } from '@turnscope/opentelemetry';
import { noon } from './agents-at-work.ts';
import type { OpenTelemetry } from './versions.ts';

/** The formats of OTLP over HTTP, each with an exporter of its own. */
export const formats = ['json', 'proto'] as const;

/** How metrics are pushed to a receiver. */
export interface PushOptions {
  readonly version: OpenTelemetry;
  readonly format: (typeof formats)[number];
  readonly route: 'produced' | 'observed';
}

export interface Push {
  /** Pushes, and answers what arrived. */
  request(): Promise<OtlpRequest>;
  close(): Promise<void>;
}

let pushes = 0;

/** Pushes a monitor's metrics to a path of their own, when it is told to. */
export function pushTo(
  receiver: OtlpReceiver,
  monitor: PerformanceMonitor,
  { version, format, route }: PushOptions,
): Push {
  const { sdk, [format]: exporters } = version;
  pushes += 1;
  const path = `/${pushes}`;
  const exporter = new exporters.OTLPMetricExporter({ url: `${receiver.url}${path}` });
  const metricProducers =
    route === 'produced' ? [createMetricProducer(monitor, { startTime: noon })] : [];
  const reader = new sdk.PeriodicExportingMetricReader({ exporter, metricProducers });
  const provider = new sdk.MeterProvider({ readers: [reader] });
  if (route === 'observed') observeWith(provider.getMeter('turnscope'), monitor);
  return {
    async request() {
      await provider.forceFlush();
      const request = receiver.take(path);
      if (request === undefined) throw new Error('nothing arrived');
      return request;
    },
    close: () => provider.shutdown(),
  };
}

/** The same, read as by a Prometheus behind the receiver. */
export function pushedReader(...given: Parameters<typeof pushTo>): BackEndReader {
  const push = pushTo(...given);
  return { read: async () => translateOtlp(await push.request()), close: push.close };
}
