import { describe, expect, it } from '@jest/globals';
import type { PerformanceMonitor } from '@turnscope/core';
import { observeWith } from '@turnscope/opentelemetry';
import { createMonitor, workOn } from './support/agents-at-work.ts';
import { shownBy, withoutEmptyHistograms } from './support/families.ts';
import { parseScrape } from './support/parse-scrape.ts';
import { scrape } from './support/scrape.ts';
import { versions } from './support/versions.ts';

describe.each(versions)('with $name', ({ sdk, prometheus }) => {
  function observe(monitor: PerformanceMonitor) {
    const exporter = new prometheus.PrometheusExporter({
      ...{ preventServerStart: true, withoutScopeInfo: true, withoutTargetInfo: true },
    });
    const provider = new sdk.MeterProvider({ readers: [exporter] });
    const observing = observeWith(provider.getMeter('turnscope'), monitor);
    const read = async () => parseScrape(await scrape(exporter));
    return { read, stop: () => observing.stop(), close: () => provider.shutdown() };
  }

  it('a scrape shows what the monitor shows, but for histograms that hold nothing', async () => {
    const { monitor, pass } = createMonitor();
    const { read, close } = observe(monitor);
    workOn(monitor);
    pass(60);
    monitor.collect();
    pass(1);
    const shown = await read();
    expect(shown).toEqual(withoutEmptyHistograms(shownBy(monitor.collect())));
    expect(Object.keys(shown).length).toBeGreaterThan(60);
    await close();
  });

  it('a gauge that has no value any more is NaN, not what it was', async () => {
    const { monitor, pass } = createMonitor();
    const { read, close } = observe(monitor);
    const score = async () => {
      const { turnscope_signal_completion_ratio: family } = await read();
      return family?.samples[
        'turnscope_signal_completion_ratio{process_type="tactical",window="1h"}'
      ];
    };
    workOn(monitor);
    const scores: unknown[] = [await score()];
    for (const seconds of [60, 7200, 15, 15]) {
      pass(seconds);
      scores.push(await score());
    }
    expect(scores).toEqual([undefined, 0.5, Number.NaN, Number.NaN, Number.NaN]);
    await close();
  });

  it('nothing is shown any more after stop', async () => {
    const { monitor } = createMonitor();
    const { read, stop, close } = observe(monitor);
    stop();
    stop();
    workOn(monitor);
    expect(await read()).toEqual({});
    await close();
  });
});
