import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, expect, it } from '@jest/globals';
import { describeWith, tool } from '@turnscope/testing';
import { countTruth, type DemoTruth, readTranscripts } from './support/demo-truth.ts';
import {
  type PrometheusServer,
  type Result,
  startPrometheus,
} from './support/prometheus-server.ts';
import { countsOf, edges, minus, quantileOf } from './support/quantiles.ts';
import { anyPort, useBench } from './support/turnscope-command.ts';

const playSeconds = 25;
/**
 * A line is written up to 0.25 s after its time, read up to 0.5 s after that, and both take a while
 * on a busy machine. At any scrape the counters stand between the truth this long ago and the truth.
 */
const lagMs = 3_000;
/** Longer than the whole test, so that a range begins before the first sample. */
const range = '5m';

describeWith(tool('prometheus'), 'a real Prometheus, scraping serve while the demo plays', () => {
  const bench = useBench();
  let prometheus: PrometheusServer | undefined;
  afterEach(() => prometheus?.close());

  it('answers what the demo did', async () => {
    const command = bench.start(
      'serve',
      '--demo',
      '--demo-agents=40',
      `--demo-seconds=${playSeconds}`,
      ...anyPort,
    );
    await command.says(/at work/);
    prometheus = await startPrometheus(join(bench.folder(), 'p'), await command.metricsUrl());
    await command.says(/rest now/);
    // The demo stands still now, so there is one truth, and the last samples must come to be equal to it.
    const files = await readTranscripts(bench.folder());
    const truth = countTruth(files);
    const time = await untilLastSamplesAre(truth, prometheus);

    await compareIncrease(prometheus, time, files);
    await compareQuantiles(prometheus, time, files);
    expect(await prometheus.query(`min_over_time(up[${range}])`, time)).toMatchObject([
      { value: [time, '1'] },
    ]);
  });
});

describeWith(tool('promtool'), 'promtool check metrics', () => {
  const bench = useBench();

  it('finds nothing in the metrics of serve', async () => {
    const command = bench.start('serve', '--demo', ...anyPort);
    await command.says(/at work/);
    const input = await (await fetch(await command.metricsUrl())).text();
    const { status, stdout, stderr } = spawnSync('promtool', ['check', 'metrics'], {
      input,
      encoding: 'utf8',
    });
    expect({ status, output: stdout + stderr }).toEqual({ status: 0, output: '' });
  });
});

const counters = [
  { name: 'turnscope_turns_total', labels: 'process_type,outcome', truth: 'turns' },
  { name: 'turnscope_responses_total', labels: 'process_type,outcome', truth: 'responses' },
  { name: 'turnscope_tokens_total', labels: 'process_type,type', truth: 'tokens' },
] as const;

/** Latencies are waited for too: the last ones count when their answer has been quiet for two seconds. */
const awaited = [
  ...counters,
  {
    name: 'turnscope_response_duration_seconds_count{outcome="success"}',
    labels: 'process_type',
    truth: 'measured',
  },
] as const;

/**
 * Waits until what Prometheus stored last equals the truth, exactly and for every counter; answers
 * the time of those samples. A series that appeared during the play shows 0 for 30 s first.
 */
async function untilLastSamplesAre(truth: DemoTruth, server: PrometheusServer): Promise<number> {
  const expected = awaited.map(({ truth: counted }) => sorted(truth[counted]));
  const deadline = performance.now() + 40_000;
  for (;;) {
    const time = Date.now() / 1000;
    const stored = await Promise.all(
      awaited.map(async ({ name, labels }) =>
        sorted(byLabels(await server.query(`sum by (${labels}) (${name})`, time), labels)),
      ),
    );
    if (performance.now() > deadline) expect(stored).toEqual(expected);
    if (JSON.stringify(stored) === JSON.stringify(expected)) return time;
    await new Promise((done) => setTimeout(done, 500));
  }
}

/**
 * `increase` must answer the truth's growth between the first and the last sample, and what it is
 * known to add: it extrapolates to the edges of its range, by at most 1.1 times the mean distance
 * between two samples at either end.
 */
async function compareIncrease(
  server: PrometheusServer,
  time: number,
  files: ReadonlyMap<string, string>,
): Promise<void> {
  const { early, late, samples } = await atFirstScrape(server, time, files);
  const end = countTruth(files);
  const mostExtrapolation = 1 + 2.2 / (samples - 1);
  for (const { name, labels, truth } of counters) {
    const expression = `sum by (${labels}) (increase(${name}[${range}]))`;
    const answers = byLabels(await server.query(expression, time), labels);
    const wrong = [...end[truth]]
      .map(([key, total]) => ({
        key,
        least: total - (late[truth].get(key) ?? 0),
        answer: answers.get(key) ?? 0,
        most: (total - (early[truth].get(key) ?? 0)) * mostExtrapolation,
      }))
      .filter(({ least, answer, most }) => !isBetween(least, answer, most));
    expect({ name, wrong }).toEqual({ name, wrong: [] });
    const busiest = `demo-tactical ${truth === 'tokens' ? 'output' : 'success'}`;
    expect(answers.get(busiest)).toBeGreaterThan(5);
  }
}

/** Sums of floating numbers may end in another last digit. */
function isBetween(least: number, value: number, most: number): boolean {
  return value >= least - 1e-6 && value <= most + 1e-6;
}

/**
 * `histogram_quantile` must answer what the exact latencies give in the same ladder: over all time to
 * the digit; over the play, which has no exact first moment, within the bucket of the exact quantile.
 */
async function compareQuantiles(
  server: PrometheusServer,
  time: number,
  files: ReadonlyMap<string, string>,
): Promise<void> {
  const { early, late } = await atFirstScrape(server, time, files);
  const end = countTruth(files);
  const buckets = 'turnscope_response_duration_seconds_bucket{outcome="success"}';
  for (const quantile of [0.5, 0.95]) {
    const ask = async (expression: string) =>
      byLabels(
        await server.query(
          `histogram_quantile(${quantile}, sum by (process_type, le) (${expression}))`,
          time,
        ),
        'process_type',
      );
    const overAllTime = await ask(buckets);
    const overPlay = await ask(`increase(${buckets}[${range}])`);
    for (const [role, latencies] of end.latencies) {
      const counts = countsOf(latencies);
      expect(overAllTime.get(role)).toBeCloseTo(quantileOf(counts, quantile), 9);
      const since = [early, late].map((start) =>
        quantileOf(minus(counts, countsOf(start.latencies.get(role) ?? [])), quantile),
      );
      // On a busy machine a rare role may have done everything before the first sample.
      if (since.some(Number.isNaN)) continue;
      expect(overPlay.get(role)).toBeGreaterThanOrEqual(edges(Math.min(...since)).lower);
      expect(overPlay.get(role)).toBeLessThanOrEqual(edges(Math.max(...since)).upper);
    }
  }
}

/**
 * The truth between which the first sample stands, and how many samples there are. A scrape is
 * stored under the time at which it began; it may take a second.
 */
async function atFirstScrape(
  server: PrometheusServer,
  time: number,
  files: ReadonlyMap<string, string>,
): Promise<{ early: DemoTruth; late: DemoTruth; samples: number }> {
  const [result] = await server.query(`turnscope_build_info[${range}]`, time);
  const values = result?.values ?? [];
  const firstMs = (values[0]?.[0] ?? Number.NaN) * 1000;
  return {
    early: countTruth(files, firstMs - lagMs),
    late: countTruth(files, firstMs + 1_000),
    samples: values.length,
  };
}

/** The values of an answer by the values of these labels; those that are 0 are left out. */
function byLabels(results: readonly Result[], labels: string): ReadonlyMap<string, number> {
  const names = labels.split(',');
  const entries = results.map(
    ({ metric, value }) =>
      [names.map((name) => metric[name]).join(' '), Number(value?.[1])] as const,
  );
  return new Map(entries.filter(([, value]) => value !== 0));
}

function sorted(values: ReadonlyMap<string, number>): readonly (readonly [string, number])[] {
  return [...values].filter(([, value]) => value !== 0).sort(([a], [b]) => (a < b ? -1 : 1));
}
