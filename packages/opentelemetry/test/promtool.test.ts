import { spawnSync } from 'node:child_process';
import { expect, it } from '@jest/globals';
import { createMetricProducer, observeWith } from '@turnscope/opentelemetry';
import { describeWith, tool } from '@turnscope/testing';
import { createMonitor, workOn } from './support/agents-at-work.ts';
import { scrape } from './support/scrape.ts';
import { versions } from './support/versions.ts';

describeWith(tool('promtool'), 'promtool check metrics', () => {
  it.each(
    versions.flatMap((version) =>
      (['produced', 'observed'] as const).map((route) => [version.name, route, version] as const),
    ),
  )('finds nothing in what %s shows of %s metrics', async (_name, route, { sdk, prometheus }) => {
    const { monitor, pass } = createMonitor();
    const metricProducers = route === 'produced' ? [createMetricProducer(monitor)] : [];
    const options = { preventServerStart: true, withoutTargetInfo: true, metricProducers };
    const exporter = new prometheus.PrometheusExporter(options);
    const provider = new sdk.MeterProvider({ readers: [exporter] });
    if (route === 'observed') observeWith(provider.getMeter('turnscope'), monitor);
    workOn(monitor);
    pass(60);
    const input = `${await scrape(exporter)}\n`;
    await provider.shutdown();
    const { status, stdout, stderr } = spawnSync('promtool', ['check', 'metrics'], {
      input,
      encoding: 'utf8',
    });
    expect({ status, output: stdout + stderr }).toEqual({ status: 0, output: '' });
  });
});
