// Pushes to the receiver whose URL is given: with every release, in both formats, by both routes. A program of its
// own, for the exporters import lazily, which Jest does not let them. Prints what the monitor shows.

import { createMetricProducer, observeWith } from '@turnscope/opentelemetry';
import { createMonitor, noon, workOn } from './agents-at-work.ts';
import { shownBy } from './families.ts';
import { type OpenTelemetry, versions } from './versions.ts';

const [receiver = ''] = process.argv.slice(2);
const { monitor, pass } = createMonitor();

const providers = versions.flatMap((version) =>
  (['json', 'proto'] as const).flatMap((format) => [
    pushProduced(version, format),
    pushObserved(version, format),
  ]),
);
workOn(monitor);
pass(60);
monitor.collect();
for (const provider of providers) await provider.forceFlush();
console.log(JSON.stringify(shownBy(monitor.collect())));
for (const provider of providers) await provider.shutdown();

function pushProduced(version: OpenTelemetry, format: 'json' | 'proto') {
  const { sdk } = version;
  const reader = new sdk.PeriodicExportingMetricReader({
    exporter: exporterOf(version, format, 'produced'),
    metricProducers: [createMetricProducer(monitor, { startTime: noon })],
  });
  return new sdk.MeterProvider({ readers: [reader] });
}

function pushObserved(version: OpenTelemetry, format: 'json' | 'proto') {
  const { sdk } = version;
  const exporter = exporterOf(version, format, 'observed');
  const reader = new sdk.PeriodicExportingMetricReader({ exporter });
  const provider = new sdk.MeterProvider({ readers: [reader] });
  observeWith(provider.getMeter('turnscope'), monitor);
  return provider;
}

function exporterOf(version: OpenTelemetry, format: 'json' | 'proto', route: string) {
  const path = [version.name, format, route].map(encodeURIComponent).join('/');
  return new version[format].OTLPMetricExporter({ url: `${receiver}/${path}` });
}
