import { join } from 'node:path';
import { afterEach, expect, it } from '@jest/globals';
import { PerformanceMonitor } from '@turnscope/core';
import { createExporterServer, type ExporterServer } from '@turnscope/node';
import { describeWith, tool } from '@turnscope/testing';
import { logNormal } from './support/log-normal.ts';
import {
  type PrometheusServer,
  scrapeConfig,
  startPrometheusWith,
} from './support/prometheus-server.ts';
import { useBench } from './support/turnscope-command.ts';

const quantiles = [0.5, 0.95, 0.99] as const;
const duration = 'turnscope_response_duration_seconds';
const features = '--enable-feature=native-histograms,exemplar-storage';

/** Real responses have a median of 5 s and a p95 of 21 s. */
const latencies = logNormal({ count: 100_000, median: 5, sigma: 0.87, seed: 20261127 });

describeWith(tool('prometheus'), 'a real Prometheus that takes native histograms', () => {
  const bench = useBench();
  const servers: ExporterServer[] = [];
  let prometheus: PrometheusServer | undefined;
  afterEach(async () => {
    await prometheus?.close();
    for (const server of servers.splice(0)) await server.close();
  });

  const serve = async (monitor: PerformanceMonitor) => {
    const server = createExporterServer({ monitor });
    servers.push(server);
    return new URL(await server.listen({ host: '127.0.0.1', port: 0 })).host;
  };

  it('estimates quantiles within 5 %, where classic buckets err by more', async () => {
    const native = await serve(recorded({ nativeHistograms: true }));
    const classic = await serve(recorded({}));
    prometheus = await startPrometheusWith(
      join(bench.folder(), 'p'),
      scrapeConfig({ native, classic }),
      [features],
    );
    const sorted = latencies.toSorted((a, b) => a - b);
    const errors: Record<string, Record<string, string>> = {};
    for (const quantile of quantiles) {
      const exact = sorted[Math.ceil(quantile * sorted.length) - 1] ?? Number.NaN;
      const nativeSays = await answer(
        prometheus,
        `histogram_quantile(${quantile}, sum(${duration}{job="native"}))`,
      );
      const classicSays = await answer(
        prometheus,
        `histogram_quantile(${quantile}, sum by (le) (${duration}_bucket{job="classic"}))`,
      );
      expect(Math.abs(nativeSays / exact - 1)).toBeLessThan(0.05);
      errors[`p${quantile * 100}`] = {
        exact: exact.toFixed(2),
        native: describeError(nativeSays, exact),
        classic: describeError(classicSays, exact),
      };
    }
    console.log(errors);
    expect(await answer(prometheus, `sum(histogram_count(${duration}{job="native"}))`)).toBe(
      100_000,
    );
    expect(await answer(prometheus, `count(${duration}_bucket{job="classic"})`)).toBeGreaterThan(0);
  });

  it('gives an exemplar of the native histogram back', async () => {
    const native = await serve(recorded({ nativeHistograms: true, exemplars: true }));
    prometheus = await startPrometheusWith(join(bench.folder(), 'p'), scrapeConfig({ native }), [
      features,
    ]);
    await answer(prometheus, `sum(histogram_count(${duration}))`);
    const exemplars = await exemplarsOf(prometheus, duration);
    // In the order of the buckets; one that is not later than the one before is dropped.
    expect(exemplars.length).toBeGreaterThan(0);
    expectRecorded(exemplars);
  });
});

describeWith(tool('prometheus'), 'a real Prometheus that keeps exemplars', () => {
  const bench = useBench();
  let server: ExporterServer | undefined;
  let prometheus: PrometheusServer | undefined;
  afterEach(async () => {
    await prometheus?.close();
    await server?.close();
  });

  it('gives one of each bucket back, with conversation and trace', async () => {
    const monitor = recorded({ exemplars: true });
    server = createExporterServer({ monitor });
    const { host } = new URL(await server.listen({ host: '127.0.0.1', port: 0 }));
    prometheus = await startPrometheusWith(
      join(bench.folder(), 'p'),
      scrapeConfig({ openmetrics: host }),
      ['--enable-feature=exemplar-storage'],
    );
    await answer(prometheus, `count(${duration}_bucket)`);
    const exemplars = await exemplarsOf(prometheus, `${duration}_bucket`);
    expect(exemplars).toHaveLength(occupiedBuckets());
    expectRecorded(exemplars);
  });
});

function expectRecorded(exemplars: readonly ReadExemplar[]): void {
  for (const { labels, value, timestamp } of exemplars) {
    const at = Number(labels['conversation_id']?.replace('conversation-', ''));
    expect(Number(value)).toBe(latencies[at]);
    expect(labels['trace_id']).toBe(traceOf(at));
    expect(timestamp).toBe(timeOf(at) / 1000);
  }
}

const startedAt = Date.now() - 100_000;
const timeOf = (at: number) => startedAt + at;
const traceOf = (at: number) => at.toString(16).padStart(32, '0');

/** A monitor that recorded every latency, each in a conversation of its own. */
function recorded(
  details: Pick<
    NonNullable<ConstructorParameters<typeof PerformanceMonitor>[0]>,
    'nativeHistograms' | 'exemplars'
  >,
): PerformanceMonitor {
  const monitor = new PerformanceMonitor({ sources: ['code', 'server'], ...details });
  for (const [at, durationSeconds] of latencies.entries()) {
    monitor.recordResponse({
      conversationId: `conversation-${at}`,
      traceId: traceOf(at),
      processType: 'tactical',
      model: 'opus',
      outcome: 'success',
      durationSeconds,
      at: timeOf(at),
    });
  }
  return monitor;
}

function occupiedBuckets(): number {
  const bounds = [0.5, 1, 2, 3, 4, 5, 7.5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 300, 600];
  return new Set(latencies.map((seconds) => bounds.findIndex((bound) => seconds <= bound))).size;
}

function describeError(said: number, exact: number): string {
  return `${said.toFixed(2)} (${((said / exact - 1) * 100).toFixed(1)} %)`;
}

/** The single value of a query, as soon as there is one; for at most half a minute. */
async function answer(prometheus: PrometheusServer, query: string): Promise<number> {
  const deadline = performance.now() + 30_000;
  for (;;) {
    const [result] = await prometheus.query(query, Date.now() / 1000);
    if (result?.value) return Number(result.value[1]);
    if (performance.now() > deadline) throw new Error(`no answer to ${query}`);
    await new Promise((done) => setTimeout(done, 250));
  }
}

interface ReadExemplar {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: string;
  readonly timestamp: number;
}

async function exemplarsOf(
  { url }: PrometheusServer,
  query: string,
): Promise<readonly ReadExemplar[]> {
  const parameters = new URLSearchParams({
    query,
    start: String(startedAt / 1000 - 60),
    end: String(Date.now() / 1000 + 60),
  });
  const answer = await fetch(`${url}/api/v1/query_exemplars?${parameters}`);
  const { data } = (await answer.json()) as {
    readonly data: readonly { readonly exemplars: readonly ReadExemplar[] }[];
  };
  return data.flatMap(({ exemplars }) => exemplars);
}
