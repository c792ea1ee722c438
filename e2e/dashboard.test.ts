import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from '@jest/globals';
import { describeWith, tool } from '@turnscope/testing';
import { queries, withVariables } from './support/dashboard.ts';
import { type PrometheusServer, startPrometheus } from './support/prometheus-server.ts';
import { anyPort, useBench } from './support/turnscope-command.ts';

/** Enough for a compaction, a retry and a new conversation every few seconds. */
const agents = 300;
/** Shorter than the test takes at most, so that a rate has samples at both ends. */
const rateInterval = '1m';

/**
 * Queries about faults that the demo does not make: the row of a parse error appears with the first one. There, an
 * answer of nothing is the good news, and it must be nothing rather than an error.
 */
const emptyWithoutFaults: readonly string[] = ['Not understood, refused or folded together A'];

describeWith(tool('promtool'), 'promtool check rules', () => {
  it('accepts every query of the dashboard as a recording rule', async () => {
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

describeWith(tool('prometheus'), 'every query of the dashboard, while the demo plays', () => {
  const bench = useBench();
  let prometheus: PrometheusServer | undefined;
  afterEach(() => prometheus?.close());

  it('is answered with numbers', async () => {
    const command = bench.start('serve', '--demo', `--demo-agents=${agents}`, ...anyPort);
    await command.says(/at work/);
    prometheus = await startPrometheus(join(bench.folder(), 'p'), await command.metricsUrl());
    const wanted = queries.filter(({ name }) => !emptyWithoutFaults.includes(name));
    expect(await untilAnswered(prometheus, wanted)).toEqual([]);
    const faults = queries.filter(({ name }) => emptyWithoutFaults.includes(name));
    expect(faults.map(({ name }) => name)).toEqual(emptyWithoutFaults);
    expect(await unanswered(prometheus, faults)).toEqual(emptyWithoutFaults);
  });
});

/**
 * Asks until every query has an answer or a minute has passed; tells which have none. Half a minute is needed: a series
 * that appears late, such as the first scrape's own, shows 0 for that long.
 */
async function untilAnswered(
  server: PrometheusServer,
  asked: typeof queries,
): Promise<readonly string[]> {
  const deadline = performance.now() + 60_000;
  for (;;) {
    const missing = await unanswered(server, asked);
    if (missing.length === 0 || performance.now() > deadline) return missing;
    await new Promise((done) => setTimeout(done, 500));
  }
}

/** The queries that answer nothing, or no number. */
async function unanswered(
  server: PrometheusServer,
  asked: typeof queries,
): Promise<readonly string[]> {
  const time = Date.now() / 1000;
  const missing = await Promise.all(
    asked.map(async ({ name, expression }) => {
      const answers = await server.query(withVariables(expression, rateInterval), time);
      const isAnswered = answers.some(({ value }) => Number.isFinite(Number(value?.[1] ?? 'NaN')));
      return isAnswered ? [] : [name];
    }),
  );
  return missing.flat();
}
