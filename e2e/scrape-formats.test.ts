import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, expect, it } from '@jest/globals';
import { describeWith, pythonModule, tool } from '@turnscope/testing';
import {
  type PrometheusServer,
  scrapeConfig,
  startPrometheusWith,
} from './support/prometheus-server.ts';
import { startTextProxy, type TextProxy } from './support/text-proxy.ts';
import { anyPort, useBench } from './support/turnscope-command.ts';

const demo = ['serve', '--demo', '--demo-agents=10', '--demo-seconds=5', ...anyPort];

const queries = [
  'sum by (process_type, outcome) (turnscope_turns_total)',
  'sum by (process_type, type) (turnscope_tokens_total)',
  'histogram_quantile(0.95, sum by (process_type, le) (turnscope_response_duration_seconds_bucket))',
  'sum by (process_type) (turnscope_context_size_tokens_sum)',
  'count by (version) (turnscope_build_info)',
  'count by (__name__) ({__name__=~"turnscope_.+"})',
] as const;

describeWith(tool('prometheus'), 'a real Prometheus', () => {
  const bench = useBench();
  const servers: PrometheusServer[] = [];
  let proxy: TextProxy | undefined;
  afterEach(async () => {
    for (const server of servers.splice(0)) await server.close();
    proxy?.close();
  });

  it('reads the same in every format', async () => {
    const command = bench.start(...demo);
    const url = await command.metricsUrl();
    // Series that appear after the first scrape would show 0 for a while.
    await command.says(/rest now/);
    proxy = await startTextProxy(url);
    const { host } = new URL(url);
    const start = async (
      name: string,
      targets: Readonly<Record<string, string>>,
      flag?: string,
    ) => {
      const flags = flag === undefined ? [] : [flag];
      const server = await startPrometheusWith(
        join(bench.folder(), name),
        scrapeConfig(targets),
        flags,
      );
      servers.push(server);
      return server;
    };
    const plain = await start('plain', { openmetrics: host, text: proxy.host });
    const native = await start('native', { protobuf: host }, '--enable-feature=native-histograms');

    const ask = async (query: string) => ({
      text: await answers(plain, query, 'text'),
      openmetrics: await answers(plain, query, 'openmetrics'),
      protobuf: await answers(native, query, 'protobuf'),
    });
    for (const query of queries) {
      const { text, openmetrics, protobuf } = await untilEqual(() => ask(query));
      expect({ query, answers: text.length }).not.toEqual({ query, answers: 0 });
      expect({ query, answers: openmetrics }).toEqual({ query, answers: text });
      expect({ query, answers: protobuf }).toEqual({ query, answers: text });
    }
    const buckets = await ask('count by (le) (turnscope_context_size_tokens_bucket)');
    expect(buckets.protobuf).toEqual(buckets.openmetrics);
    expect(buckets.protobuf.join()).toContain('1e+06');

    const metrics = await (await fetch(url)).text();
    for (const format of ['text', 'openmetrics', 'protobuf']) {
      const counted = `^turnscope_scrape_requests_total\\{format="${format}",code="200"\\} `;
      expect(metrics).toMatch(new RegExp(counted, 'm'));
    }
  });
});

const parser = pythonModule('prometheus_client');

describeWith(parser, 'the strict parser of OpenMetrics', () => {
  const bench = useBench();

  it('accepts the metrics of serve', async () => {
    const command = bench.start(...demo);
    await command.says(/at work/);
    const headers = { accept: 'application/openmetrics-text;version=1.0.0' };
    const input = await (await fetch(await command.metricsUrl(), { headers })).text();
    const program =
      'import sys; from prometheus_client.openmetrics.parser import text_string_to_metric_families as parse; ' +
      'print(len(list(parse(sys.stdin.buffer.read().decode("utf-8")))))';
    const { stdout, stderr } = spawnSync(parser.python, ['-c', program], {
      input,
      encoding: 'utf8',
    });
    const families = input.split('\n').filter((line) => line.startsWith('# TYPE ')).length;
    expect({ stdout, stderr }).toEqual({ stdout: `${families}\n`, stderr: '' });
  });
});

/** The labels and values that a query has for one job, as sorted text. */
async function answers(
  server: PrometheusServer,
  query: string,
  job: string,
): Promise<readonly string[]> {
  const ofJob = query
    .replace(/(turnscope_\w+)(?=[,)])/, `$1{job="${job}"}`)
    .replace('+"}', `+",job="${job}"}`);
  const results = await server.query(ofJob, Date.now() / 1000);
  return results.map(({ metric, value }) => `${JSON.stringify(metric)} ${value?.[1]}`).sort();
}

/** Asks until all formats answer the same, or for half a minute: their scrapes are not of one moment. */
async function untilEqual<Answer extends object>(ask: () => Promise<Answer>): Promise<Answer> {
  const deadline = performance.now() + 30_000;
  for (;;) {
    const answer = await ask();
    const [first, ...others] = Object.values(answer).map((each) => JSON.stringify(each));
    const equal = first !== '[]' && others.every((other) => other === first);
    if (equal || performance.now() > deadline) return answer;
    await new Promise((done) => setTimeout(done, 500));
  }
}
