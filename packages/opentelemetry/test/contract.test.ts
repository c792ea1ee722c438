import { type BackEndReader, parseText } from '@turnscope/conformance';
import { describeBackEnd } from '@turnscope/conformance/jest';
import type { PerformanceMonitor } from '@turnscope/core';
import { createMetricProducer, observeWith } from '@turnscope/opentelemetry';
import { observedDeviations } from './support/observed-deviations.ts';
import { scrape } from './support/scrape.ts';
import { type OpenTelemetry, versions } from './support/versions.ts';

for (const version of versions) {
  describeBackEnd({
    name: `the producer through PrometheusExporter of ${version.name}`,
    create: (monitor) => produce(version, monitor),
  });

  describeBackEnd({
    name: `what is observed through PrometheusExporter of ${version.name}`,
    create: (monitor) => observe(version, monitor),
    deviations: observedDeviations,
  });
}

const options = { preventServerStart: true, withoutScopeInfo: true, withoutTargetInfo: true };

function produce({ sdk, prometheus }: OpenTelemetry, monitor: PerformanceMonitor): BackEndReader {
  const metricProducers = [createMetricProducer(monitor)];
  const exporter = new prometheus.PrometheusExporter({ ...options, metricProducers });
  const provider = new sdk.MeterProvider({ readers: [exporter] });
  return { read: () => readScrape(exporter), close: () => provider.shutdown() };
}

function observe({ sdk, prometheus }: OpenTelemetry, monitor: PerformanceMonitor): BackEndReader {
  const exporter = new prometheus.PrometheusExporter(options);
  const provider = new sdk.MeterProvider({ readers: [exporter] });
  observeWith(provider.getMeter('turnscope'), monitor);
  return { read: () => readScrape(exporter), close: () => provider.shutdown() };
}

/** What the exporter writes beside the format 0.0.4. */
const notText = /^# (UNIT .*|no registered metrics)$\n?/gm;

async function readScrape(exporter: Parameters<typeof scrape>[0]) {
  return parseText((await scrape(exporter)).replace(notText, ''));
}
