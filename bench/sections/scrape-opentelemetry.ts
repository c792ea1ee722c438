// A scrape of OpenTelemetry's PrometheusExporter: Turnscope's store by its producer and by observed metrics, beside the
// same series in OpenTelemetry's own instruments. Argument: how many models there are, and with them series.

import type { IncomingMessage, ServerResponse } from 'node:http';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import { PerformanceMonitor, version } from '@turnscope/core';
import { createMetricProducer, observeWith } from '@turnscope/opentelemetry';
import { interleave } from '../harness/interleave.ts';
import { recordTwin } from '../scrape/opentelemetry-twin.ts';

const models = Number(process.argv[2] ?? 4);
const processTypes = ['strategic', 'tactical', 'subagent', 'compaction'];
const base = 'OpenTelemetry';

const monitor = new PerformanceMonitor({ labelLimits: { model: models + 2 }, rowLimit: 1e6 });
const observed = createExporter();
observeWith(observed.meter, monitor);
for (const processType of processTypes) {
  for (let model = 0; model < models; model += 1) record(processType, `claude-model-${model}`);
}
const produced = createExporter(monitor);
const native = createExporter();
recordTwin(native.meter, monitor.collect());

const lines = await linesOf(produced.exporter);
if (lines !== (await linesOf(native.exporter)))
  throw new Error('the two do not show the same series');
const variants = [
  { name: base, run: (amount: number) => scrapeOften(native.exporter, amount) },
  { name: 'Turnscope', run: (amount: number) => scrapeOften(produced.exporter, amount) },
  { name: 'Turnscope, observed', run: (amount: number) => scrapeOften(observed.exporter, amount) },
];
// As many scrapes as take about a fifth of a second.
const amount = Math.max(1, Math.round(50_000 / lines));
const measurements = await interleave(variants, { amount, rounds: 21, base });
console.log(JSON.stringify({ lines, measurements }));

function createExporter(produced?: PerformanceMonitor) {
  const metricProducers = produced ? [createMetricProducer(produced)] : [];
  const exporter = new PrometheusExporter({ preventServerStart: true, metricProducers });
  const provider = new MeterProvider({ readers: [exporter] });
  return { exporter, meter: provider.getMeter('turnscope', version) };
}

function record(processType: string, model: string): void {
  for (let at = 0; at < 40; at += 1) {
    monitor.recordExchange({
      conversationId: `conversation-${at}`,
      processType,
      model,
      outcome: at % 10 === 0 ? 'error' : 'success',
      durationSeconds: 0.3 * 1.2 ** at,
      contextTokens: 1_000 * (at + 1),
      tokens: { input: 100 + at, output: 200, cacheRead: 3_000, cacheCreation: 50 },
    });
  }
}

async function scrapeOften(exporter: PrometheusExporter, amount: number): Promise<void> {
  for (let time = 0; time < amount; time += 1) await scrape(exporter);
}

function scrape(exporter: PrometheusExporter): Promise<string> {
  return new Promise((end) => {
    const response = { setHeader: () => {}, end };
    exporter.getMetricsRequestHandler({} as IncomingMessage, response as unknown as ServerResponse);
  });
}

/** Lines that are samples. */
async function linesOf(exporter: PrometheusExporter): Promise<number> {
  const text = await scrape(exporter);
  return text.split('\n').filter((line) => line !== '' && !line.startsWith('#')).length;
}
