// A scrape of OpenTelemetry's PrometheusExporter: Turnscope's store by its producer and by observed metrics, beside the
// same series in OpenTelemetry's own instruments. Argument: how many models there are, and with them series.

import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import { type PerformanceMonitor, version } from '@turnscope/core';
import { createMetricProducer, observeWith } from '@turnscope/opentelemetry';
import { createModelMonitor, recordModels } from '../scrape/agents-of-models.ts';
import { compareTwins } from '../scrape/compare-twins.ts';
import { exporterText } from '../scrape/exporter-text.ts';
import { recordTwin } from '../scrape/opentelemetry-twin.ts';

const models = Number(process.argv[2] ?? 4);
const monitor = createModelMonitor(models);
const observed = createExporter();
observeWith(observed.meter, monitor);
recordModels(monitor, models);
const produced = createExporter(monitor);
const native = createExporter();
recordTwin(native.meter, monitor.collect());

const result = await compareTwins(
  { name: 'OpenTelemetry', text: () => exporterText(native.exporter) },
  { name: 'Turnscope', text: () => exporterText(produced.exporter) },
  { name: 'Turnscope, observed', text: () => exporterText(observed.exporter) },
);
console.log(JSON.stringify(result));

function createExporter(produced?: PerformanceMonitor) {
  const metricProducers = produced ? [createMetricProducer(produced)] : [];
  const exporter = new PrometheusExporter({ preventServerStart: true, metricProducers });
  const provider = new MeterProvider({ readers: [exporter] });
  return { exporter, meter: provider.getMeter('turnscope', version) };
}
