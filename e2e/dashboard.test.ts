import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from '@jest/globals';
import { describeWith, tool } from '@turnscope/testing';
import { type DashboardStage, openDashboardStage } from './support/dashboard-stage.ts';
import { queries, withVariables } from './support/dashboards.ts';
import { type PrometheusServer, startPrometheusWith } from './support/prometheus-server.ts';
import { anyPort, useBench } from './support/turnscope-command.ts';

/** Enough for a compaction, a retry and a new conversation every few seconds. */
const agents = 100;
/** Shorter than the test takes at most, so that a rate has samples at both ends. */
const rateInterval = '1m';

/** Half a minute of zeros, and over two hundred queries on a machine that does other things too. */
const timeoutMs = 240_000;

describeWith(tool('promtool'), 'promtool check rules', () => {
  it('accepts every query of every dashboard as a recording rule', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'turnscope-dashboard-'));
    const file = join(folder, 'rules.yml');
    const rules = queries.map(({ expression }, at) => ({
      record: `dashboard:query_${at}:checked`,
      expr: withVariables(expression, '5m'),
    }));
    // JSON is YAML.
    await writeFile(file, JSON.stringify({ groups: [{ name: 'dashboard', rules }] }));
    const { status, stdout, stderr } = spawnSync(
      'promtool',
      ['check', 'rules', '--lint-fatal', file],
      { encoding: 'utf8' },
    );
    await rm(folder, { recursive: true });
    expect({ status, output: stdout + stderr }).toMatchObject({
      status: 0,
      output: expect.stringContaining(`SUCCESS: ${queries.length} rules found`),
    });
  });
});

describeWith(tool('prometheus'), 'every query of every dashboard', () => {
  const bench = useBench();
  let prometheus: PrometheusServer | undefined;
  let stage: DashboardStage | undefined;
  afterEach(() => Promise.all([prometheus?.close(), stage?.close()]));

  it(
    'is answered with numbers, beside the demo and an exporter with a past and every fault',
    async () => {
      const command = bench.start('serve', '--demo', `--demo-agents=${agents}`, ...anyPort);
      const folder = join(bench.folder(), 'p');
      await command.says(/at work/);
      stage = await openDashboardStage(folder, new URL(await command.metricsUrl()).host);
      prometheus = await startPrometheusWith(folder, stage.configuration);
      expect(await untilAnswered(prometheus)).toEqual([]);
    },
    timeoutMs,
  );
});

/**
 * Asks until every query has an answer or a minute has passed; tells which have none. Half a minute is needed: a series
 * that appears late, such as the first scrape's own, shows 0 for that long.
 */
async function untilAnswered(server: PrometheusServer): Promise<readonly string[]> {
  const deadline = performance.now() + 60_000;
  for (;;) {
    const missing = await unanswered(server);
    if (missing.length === 0 || performance.now() > deadline) return missing;
    await new Promise((done) => setTimeout(done, 500));
  }
}

/** The queries that answer nothing, or no number. */
async function unanswered(server: PrometheusServer): Promise<readonly string[]> {
  const time = Date.now() / 1000;
  const missing: string[] = [];
  for (const { name, expression } of queries) {
    const answers = await server.query(withVariables(expression, rateInterval), time);
    const isAnswered = answers.some(({ value }) => Number.isFinite(Number(value?.[1] ?? 'NaN')));
    if (!isAnswered) missing.push(name);
  }
  return missing;
}
