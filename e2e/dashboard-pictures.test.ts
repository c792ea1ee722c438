import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, it } from '@jest/globals';
import { describeWith, tool } from '@turnscope/testing';
import { runCommand, workspace } from '../scripts/run-command.ts';
import { type DashboardStage, openDashboardStage } from './support/dashboard-stage.ts';
import { dashboards, panelsOf } from './support/dashboards.ts';
import { type PrometheusServer, startPrometheusWith } from './support/prometheus-server.ts';
import { anyPort, useBench } from './support/turnscope-command.ts';

const pictureWidth = 1440;
/** A browser draws over a hundred charts, on a machine that does other things too. */
const timeoutMs = 240_000;

/** Nothing supervises processes on the stage, so all of their states stand at 0. */
const emptyPanels = ['Processes by state'];

/** What the script tells of each picture. */
interface Told {
  readonly title: string;
  readonly drawn: Readonly<Record<string, number>>;
}

describeWith(tool('prometheus'), 'with a Prometheus', () => {
  describeWith(tool('chromium'), 'pnpm screenshot', () => {
    const bench = useBench();
    let prometheus: PrometheusServer | undefined;
    let stage: DashboardStage | undefined;
    afterEach(() => Promise.all([prometheus?.close(), stage?.close()]));

    it(
      'draws something into every panel of every dashboard',
      async () => {
        const command = bench.start('serve', '--demo', ...anyPort);
        const folder = join(bench.folder(), 'p');
        await command.says(/at work/);
        stage = await openDashboardStage(folder, new URL(await command.metricsUrl()).host);
        prometheus = await startPrometheusWith(folder, stage.configuration);
        await untilScraped(prometheus);
        const told = await draw(prometheus.url, bench.folder());
        expect(told.map(({ title }) => title)).toEqual(dashboards.map(({ title }) => title));
        for (const [at, dashboard] of dashboards.entries()) {
          const { drawn = {} } = told[at] ?? {};
          expect(Object.keys(drawn)).toEqual(panelsOf(dashboard).map(({ title }) => title));
          const empty = Object.keys(drawn).filter((title) => !drawn[title]);
          expect(empty.filter((title) => !emptyPanels.includes(title))).toEqual([]);
          const picture = await readFile(
            join(bench.folder(), dashboard.file.replace('.json', '.png')),
          );
          expect(picture.subarray(1, 4).toString()).toBe('PNG');
          expect(picture.readUInt32BE(16)).toBe(pictureWidth);
        }
      },
      timeoutMs,
    );
  });
});

async function draw(prometheusUrl: string, out: string): Promise<readonly Told[]> {
  const script = join(workspace, 'scripts', 'screenshot.ts');
  const flags = [`--prometheus=${prometheusUrl}`, '--minutes=60', `--out=${out}`];
  const { code, output } = await runCommand('node', [
    '--conditions=@turnscope/source',
    script,
    ...flags,
  ]);
  if (code !== 0) throw new Error(output);
  return output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

/** Until both exporters were scraped often enough for a rate. */
async function untilScraped(server: PrometheusServer): Promise<void> {
  const enough = 'count(count_over_time(turnscope_build_info[1m]) > 5) == 2';
  for (;;) {
    if ((await server.query(enough, Date.now() / 1000)).length > 0) return;
    await new Promise((done) => setTimeout(done, 200));
  }
}
