import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, it } from '@jest/globals';
import { alerts, PerformanceMonitor } from '@turnscope/core';
import { alertmanagerFile, type MixinOptions, ruleFiles } from '@turnscope/mixin';
import {
  createAlertmanagerNotifier,
  createExporterServer,
  type ExporterServer,
} from '@turnscope/node';
import { describeWith, tool } from '@turnscope/testing';
import { useHttpReceiver } from '../packages/node/test/support/http-receiver.ts';
import { type AlertmanagerServer, startAlertmanagerWith } from './support/alertmanager-server.ts';
import { hurried, hurry } from './support/live-rules.ts';
import { type PrometheusServer, startPrometheusWith } from './support/prometheus-server.ts';
import { freePort } from './support/server-process.ts';
import { fallSilent, goWrong, troubledMonitor } from './support/trouble.ts';
import { useBench } from './support/turnscope-command.ts';

// Live: exporters, the generated rules in a real Prometheus, the generated configuration in a real Alertmanager, a
// webhook. What is not as generated: rules wait a hundredth of their time, scrapes and evaluations come each second, and the
// time of the monitor passes a hundred times as fast, so that its own alerts fire at about the same time.

/** Groups wait half a minute before they are told. */
const mostMs = 120_000;

const startReceiver = useHttpReceiver();

describeWith(tool('prometheus-alertmanager'), 'everything that can go wrong at once', () => {
  const bench = useBench();
  const closing: { close(): Promise<void> }[] = [];
  afterEach(async () => {
    for (const each of closing.splice(0).reverse()) await each.close();
  });

  it(
    'is told to the webhook once, whether Turnscope tells it too or not',
    async () => {
      const [rulesOnly, both] = [await startManager('rules'), await startManager('both')];
      const begunAt = Date.now();
      let laterMs = -3 * 3_600_000;
      const now = () => begunAt + laterMs + (Date.now() - begunAt) * hurry;
      const monitor = troubledMonitor(now, hurry);
      fallSilent(monitor);
      laterMs = 0;
      const exporter = await serve(monitor);
      // Its clock stands ten minutes ago, so its latest evaluation does.
      const asleep = await serve(
        new PerformanceMonitor({ clock: { now: () => begunAt - 600_000 }, sources: ['server'] }),
      );
      const gone = `127.0.0.1:${await freePort()}`;
      closing.push(createAlertmanagerNotifier({ monitor, url: both.url, instance: exporter }));
      const prometheus = await startScraping([exporter, asleep, gone], [rulesOnly.url, both.url]);
      // One that has just begun finds everything absent, so rules come when it has scraped.
      await scraped(prometheus, exporter);
      await loadRules(prometheus);

      const wanted = expectedAlerts({ exporter, asleep, gone });
      const isTold = () =>
        [rulesOnly, both].every(({ received }) =>
          wanted.every((alert) => told(received).includes(alert)),
        );
      const deadline = Date.now() + mostMs;
      for (let round = 0; !isTold() && Date.now() < deadline; round += 1) {
        goWrong(monitor, round);
        monitor.evaluate();
        await new Promise((done) => setTimeout(done, 100));
      }
      // Something that was told a second time would come soon.
      await new Promise((done) => setTimeout(done, 5_000));
      for (const { received } of [rulesOnly, both]) {
        expect(told(received).toSorted()).toEqual([...wanted].toSorted());
        expect(grouped(received)).toBe(true);
      }
      expect(await direct(both)).toBeGreaterThan(10);
      expect(await direct(rulesOnly)).toBe(0);
    },
    2 * mostMs,
  );

  async function startManager(name: string) {
    const { url: webhook, received } = await startReceiver((response) => response.end());
    const folder = join(bench.folder(), name);
    // What is told directly waits for a slow Prometheus, which this one is not: a second telling would come late.
    const text = alertmanagerFile({ url: webhook }).replaceAll('group_wait: 2m', 'group_wait: 30s');
    const server = await startAlertmanagerWith(folder, text);
    closing.push(server);
    return { ...server, received };
  }

  async function serve(monitor: PerformanceMonitor): Promise<string> {
    const server: ExporterServer = createExporterServer({ monitor });
    closing.push(server);
    return new URL(await server.listen({ host: '127.0.0.1', port: 0 })).host;
  }

  async function startScraping(
    targets: readonly string[],
    alertmanagers: readonly string[],
  ): Promise<PrometheusServer> {
    const server = await startPrometheusWith(
      join(bench.folder(), 'prometheus'),
      configuration(targets, alertmanagers),
      ['--web.enable-lifecycle'],
    );
    closing.push(server);
    return server;
  }

  async function loadRules({ url }: PrometheusServer): Promise<void> {
    const folder = join(bench.folder(), 'prometheus');
    await mkdir(join(folder, 'rules'));
    for (const [path, text] of Object.entries(ruleFiles(options))) {
      await writeFile(join(folder, path), hurried(text));
    }
    const { status } = await fetch(`${url}/-/reload`, { method: 'POST' });
    expect(status).toBe(200);
  }
});

const options: MixinOptions = {
  thresholds: new PerformanceMonitor().thresholds,
  prometheus: '2.42',
  job: 'turnscope',
  runbooks: 'https://example.org/runbooks/',
  grafana: 'http://127.0.0.1:3000',
};

function configuration(targets: readonly string[], alertmanagers: readonly string[]): string {
  const hosts = alertmanagers.map((url) => new URL(url).host);
  return `
global: { scrape_interval: 1s, scrape_timeout: 1s, evaluation_interval: 1s }
rule_files: ['rules/*.yml']
scrape_configs:
  - job_name: turnscope
    static_configs: [{ targets: ${JSON.stringify(targets)} }]
alerting:
  alertmanagers: [{ static_configs: [{ targets: ${JSON.stringify(hosts)} }] }]
`;
}

/** Everything is scraped once before anything goes wrong, as in life. */
async function scraped(prometheus: PrometheusServer, instance: string): Promise<void> {
  const query = `count_over_time(up{instance="${instance}"}[1m])`;
  for (;;) {
    const [result] = await prometheus.query(query, Date.now() / 1000);
    if (Number(result?.value?.[1] ?? 0) >= 2) return;
    await new Promise((done) => setTimeout(done, 200));
  }
}

/**
 * Each alert of the catalogue, critical where it has such a limit, since that inhibits its warning; and the objectives, of
 * which every window burns.
 */
function expectedAlerts(where: Readonly<Record<'exporter' | 'asleep' | 'gone', string>>) {
  const ofSignals = alerts.flatMap((alert) => {
    if (alert.scope !== 'both') return [];
    const isFixed = 'fixed' in alert.limits;
    const severity = isFixed && alert.name.includes('Rows') ? 'warning' : 'critical';
    const processType = alert.signal.by === 'process_type' ? 'tactical' : '';
    return [`${alert.name} ${severity} ${processType} ${where.exporter}`];
  });
  const objectives = ['TurnscopeCompletionBurn', 'TurnscopeResponseLatencyBurn'];
  return [
    ...ofSignals,
    `TurnscopeDown critical  ${where.gone}`,
    `TurnscopeNotEvaluating warning  ${where.asleep}`,
    ...objectives.flatMap((name) => [
      `${name} critical tactical 1h`,
      `${name} critical tactical 6h`,
    ]),
  ];
}

interface Notification {
  readonly groupLabels: Readonly<Record<string, string>>;
  readonly alerts: readonly {
    readonly status: string;
    readonly labels: Readonly<Record<string, string>>;
  }[];
}

const notifications = (received: readonly { readonly body: string }[]) =>
  received.map(({ body }) => JSON.parse(body) as Notification);

/** What the webhook heard to fire. */
function told(received: readonly { readonly body: string }[]): readonly string[] {
  return notifications(received).flatMap(({ alerts }) =>
    alerts.map(({ status, labels }) => {
      const where = labels['instance'] ?? labels['long_window'];
      const name = [labels['alertname'], labels['severity'], labels['process_type'] ?? '', where];
      const via = labels['via'] === undefined ? '' : ` via ${labels['via']}`;
      return `${status === 'firing' ? '' : `${status} `}${name.join(' ')}${via}`;
    }),
  );
}

/** Whether each notification is of one alert and one process type. */
function grouped(received: readonly { readonly body: string }[]): boolean {
  return notifications(received).every(({ groupLabels, alerts }) =>
    alerts.every(
      ({ labels }) =>
        labels['alertname'] === groupLabels['alertname'] &&
        labels['process_type'] === groupLabels['process_type'],
    ),
  );
}

/** How many alerts Alertmanager has from Turnscope itself. */
async function direct(alertmanager: Pick<AlertmanagerServer, 'alerts'>): Promise<number> {
  const held = await alertmanager.alerts();
  return held.filter(({ labels }) => labels['via'] === 'turnscope').length;
}
