import { readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { catalogue } from '@turnscope/core';
import { createExporterServer, type ExporterServer } from '@turnscope/node';
import { describeWith, tool } from '@turnscope/testing';
import { promqlBlocks } from '../packages/mixin/test/support/promql-blocks.ts';
import { workspace } from '../scripts/run-command.ts';
import { playEverything } from './support/everything.ts';
import { type PrometheusServer, startPrometheus } from './support/prometheus-server.ts';
import { checkQueries } from './support/promtool-check.ts';
import { stackFile } from './support/stack-files.ts';

// The queries that people find in the documents, asked of the programs that they are for.

const examples = promqlBlocks(stackFile('docs/metrics.md')).map((query, at) => ({
  metric: catalogue[at]?.name ?? '',
  query,
}));
const runbooks = readdirSync(join(workspace, 'docs/runbooks')).map((file) => ({
  file,
  queries: promqlBlocks(stackFile(`docs/runbooks/${file}`)),
}));

describeWith(tool('promtool'), 'promtool', () => {
  it('accepts the example of every metric', () => {
    const queries = examples.map(({ query }) => query);
    expect(checkQueries(queries)).toMatchObject({
      status: 0,
      output: expect.stringContaining(`SUCCESS: ${catalogue.length} rules found`),
    });
  });

  it.each(runbooks)('accepts every query of $file', ({ queries }) => {
    expect(queries.length).toBeGreaterThan(0);
    expect(checkQueries(queries)).toMatchObject({
      status: 0,
      output: expect.stringContaining(`SUCCESS: ${queries.length} rules found`),
    });
  });

  it('would not accept what is no query', () => {
    expect(checkQueries(['sum by (le (turnscope_turns_total)'])).toMatchObject({ status: 1 });
  });
});

describeWith(
  tool('prometheus'),
  'a real Prometheus, of a server where everything has happened',
  () => {
    let folder = '';
    let exporter: ExporterServer;
    let prometheus: PrometheusServer;

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'turnscope-documents-'));
      const everything = playEverything();
      exporter = createExporterServer({ monitor: everything.monitor });
      const url = await exporter.listen({ host: '127.0.0.1', port: 0 });
      prometheus = await startPrometheus(folder, `${url}/metrics`);
      await untilScraped(prometheus);
      everything.again();
      await untilScraped(prometheus);
    });

    afterAll(async () => {
      await prometheus?.close();
      await exporter?.close();
      await rm(folder, { recursive: true });
    });

    it('answers the example of every metric with numbers', async () => {
      const answered = await Promise.all(
        examples.map(async ({ metric, query }) => {
          const answers = await prometheus.query(query, Date.now() / 1000);
          return {
            metric,
            found: answers.some(({ value }) => Number.isFinite(Number(value?.[1]))),
          };
        }),
      );
      const empty = answered.filter(({ found }) => !found).map(({ metric }) => metric);
      expect(empty).toEqual([]);
    });

    describe.each(runbooks)('$file', ({ queries }) => {
      it.each(queries)('asks what it can answer: %s', async (query) => {
        await expect(prometheus.query(query, Date.now() / 1000)).resolves.toEqual(
          expect.any(Array),
        );
      });
    });
  },
);

/** Waits for two more scrapes: one alone shows no growth. */
async function untilScraped(server: PrometheusServer): Promise<void> {
  const count = async () => {
    const [result] = await server.query('count_over_time(up[1h])', Date.now() / 1000);
    return Number(result?.value?.[1] ?? 0);
  };
  const wanted = (await count()) + 2;
  while ((await count()) < wanted) await new Promise((done) => setTimeout(done, 100));
}
