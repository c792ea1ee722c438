import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { createMetricProducer, observeWith } from '@turnscope/opentelemetry';
import { createMonitor, noon, workOn } from './support/agents-at-work.ts';
import { type Shown, withoutEmptyHistograms } from './support/families.ts';
import { type OtlpReceiver, startOtlpReceiver } from './support/otlp-receiver.ts';
import { translated } from './support/otlp-request.ts';
import { versions } from './support/versions.ts';

const pushProgram = join(import.meta.dirname, 'support', 'push-program.ts');
const formats = ['json', 'proto'] as const;

/** What arrived by path, and what the monitor shows. */
let requests: OtlpReceiver['requests'];
let shown: Shown;

beforeAll(async () => {
  const receiver = await startOtlpReceiver();
  const args = ['--conditions=@turnscope/source', pushProgram, receiver.url];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  shown = JSON.parse(stdout);
  requests = receiver.requests;
  await receiver.close();
});

describe.each(versions)('with $name', ({ name }) => {
  const requestOf = (format: string, route: string) => {
    const request = requests.get(`/${name}/${format}/${route}`);
    if (request === undefined) throw new Error('nothing arrived');
    return request;
  };

  it.each(formats)('the producer sends what the monitor shows, in %s', (format) => {
    expect(Object.keys(shown).length).toBeGreaterThan(60);
    expect(translated(requestOf(format, 'produced'))).toEqual(shown);
  });

  it.each(formats)('the producer says since when it counts, in %s', (format) => {
    const starts = requestOf(format, 'produced').metrics.flatMap(({ points }) =>
      points.map(({ startNanoseconds }) => startNanoseconds / 1e6),
    );
    expect(new Set(starts)).toEqual(new Set([noon]));
  });

  it.each(formats)('observed metrics arrive as the monitor shows them, in %s', (format) => {
    const arrived = translated(requestOf(format, 'observed'));
    expect(arrived).toEqual(withoutEmptyHistograms(shown));
  });
});

describe.each(versions)('with $name, a reader that asks for differences', ({ sdk }) => {
  const { AggregationTemporality, InMemoryMetricExporter } = sdk;
  const turns = 'turnscope_turns_total';

  async function twoCollections(observe: boolean) {
    const { monitor } = createMonitor();
    const exporter = new InMemoryMetricExporter(AggregationTemporality.DELTA);
    const metricProducers = observe ? [] : [createMetricProducer(monitor)];
    const reader = new sdk.PeriodicExportingMetricReader({ exporter, metricProducers });
    const provider = new sdk.MeterProvider({ readers: [reader] });
    if (observe) observeWith(provider.getMeter('turnscope'), monitor);
    for (let times = 0; times < 2; times += 1) {
      workOn(monitor);
      await provider.forceFlush();
    }
    const metrics = exporter.getMetrics().map(({ scopeMetrics }) => {
      const all = scopeMetrics.flatMap((scope) => scope.metrics);
      return all.find(({ descriptor }) => descriptor.name === turns);
    });
    await provider.shutdown();
    return metrics.map((metric) => ({
      temporality: metric?.aggregationTemporality,
      sum: metric?.dataPoints.reduce((sum, { value }) => sum + Number(value), 0),
    }));
  }

  it('gets them of observed metrics', async () => {
    const temporality = AggregationTemporality.DELTA;
    expect(await twoCollections(true)).toEqual([
      { temporality, sum: 24 },
      { temporality, sum: 24 },
    ]);
  });

  it('gets totals of the producer, and is told so', async () => {
    const temporality = AggregationTemporality.CUMULATIVE;
    expect(await twoCollections(false)).toEqual([
      { temporality, sum: 24 },
      { temporality, sum: 48 },
    ]);
  });
});
