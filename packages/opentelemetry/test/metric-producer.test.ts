import { describe, expect, it } from '@jest/globals';
import type { PerformanceMonitor } from '@turnscope/core';
import { createMetricProducer } from '@turnscope/opentelemetry';
import { createMonitor, noon, workOn } from './support/agents-at-work.ts';
import { shownBy } from './support/families.ts';
import { parseScrape } from './support/parse-scrape.ts';
import { scrape } from './support/scrape.ts';
import { versions } from './support/versions.ts';

describe.each(versions)('with $name', ({ sdk, prometheus }) => {
  function createExporter(monitor: PerformanceMonitor) {
    const exporter = new prometheus.PrometheusExporter({
      ...{ preventServerStart: true, withoutScopeInfo: true, withoutTargetInfo: true },
      metricProducers: [createMetricProducer(monitor)],
    });
    const provider = new sdk.MeterProvider({ readers: [exporter] });
    return { exporter, close: () => provider.shutdown() };
  }

  it('a scrape shows what the monitor shows', async () => {
    const { monitor, pass } = createMonitor();
    const { exporter, close } = createExporter(monitor);
    workOn(monitor);
    pass(60);
    monitor.collect();
    pass(1);
    const shown = parseScrape(await scrape(exporter));
    expect(shown).toEqual(shownBy(monitor.collect()));
    expect(Object.keys(shown).length).toBeGreaterThan(60);
    await close();
  });

  it('a monitor that fails fails no other metric, and the error is told', async () => {
    const broken = {
      collect: () => {
        throw null;
      },
    } as unknown as PerformanceMonitor;
    const { exporter, close } = createExporter(broken);
    const { errors, resourceMetrics } = await exporter.collect();
    expect([errors, resourceMetrics.scopeMetrics]).toEqual([[new Error('null')], []]);
    await close();
  });
});

describe('a producer', () => {
  it('gives the time since when it counts, and the time of the collection', async () => {
    const { monitor, pass } = createMonitor();
    pass(1.25);
    const producer = createMetricProducer(monitor, { startTime: noon - 500 });
    const { resourceMetrics } = await producer.collect();
    const points = resourceMetrics.scopeMetrics.flatMap(({ metrics }) =>
      metrics.flatMap(({ dataPoints }) => [...dataPoints]),
    );
    const start = JSON.stringify([noon / 1000 - 1, 500_000_000]);
    const end = JSON.stringify([noon / 1000 + 1, 250_000_000]);
    expect(new Set(points.map(({ startTime }) => JSON.stringify(startTime)))).toEqual(
      new Set([start]),
    );
    expect(new Set(points.map(({ endTime }) => JSON.stringify(endTime)))).toEqual(new Set([end]));
  });

  it('gives plain arrays and the same attributes each time', async () => {
    const { monitor } = createMonitor();
    workOn(monitor);
    const producer = createMetricProducer(monitor);
    const pointOf = async () => {
      const { resourceMetrics } = await producer.collect();
      const [scope] = resourceMetrics.scopeMetrics;
      const metric = scope?.metrics.find(({ descriptor }) => /_ratio$/.test(descriptor.name));
      return metric?.dataPoints[0];
    };
    const [first, second] = [await pointOf(), await pointOf()];
    const { buckets } = (first?.value ?? {}) as { buckets?: Record<string, unknown> };
    expect(Object.values(buckets ?? {}).map(Array.isArray)).toEqual([true, true]);
    expect(second?.attributes).toBe(first?.attributes);
  });

  it('of a monitor that is off gives no metric', async () => {
    const { PerformanceMonitor: Monitor } = await import('@turnscope/core');
    const producer = createMetricProducer(new Monitor({ enabled: false }));
    const { resourceMetrics, errors } = await producer.collect();
    expect(resourceMetrics.scopeMetrics.flatMap(({ metrics }) => metrics)).toEqual([]);
    expect(errors).toEqual([]);
  });
});
