import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { end, freePort, untilReady } from './server-process.ts';

/** An Alertmanager of the test's own, on loopback. */
export interface AlertmanagerServer {
  readonly url: string;
  /** What it holds for active. */
  alerts(): Promise<readonly HeldAlert[]>;
  /** Ends it; it keeps its log of notifications and no alert. */
  close(): Promise<void>;
  /** Starts it again where it was. */
  restart(): Promise<void>;
}

/** An alert as `GET /api/v2/alerts` shows it. */
interface HeldAlert {
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly status: { readonly inhibitedBy: readonly string[] };
}

/** Starts one that passes everything on at once, and waits until it answers. */
export function startAlertmanager(folder: string, webhookUrl: string): Promise<AlertmanagerServer> {
  return startAlertmanagerWith(folder, configOf(webhookUrl));
}

/** Starts one with a configuration of the test's own, and waits until it answers. */
export async function startAlertmanagerWith(
  folder: string,
  configuration: string,
): Promise<AlertmanagerServer> {
  const config = join(folder, 'alertmanager.yml');
  await mkdir(join(folder, 'data'), { recursive: true });
  await writeFile(config, configuration);
  const address = `127.0.0.1:${await freePort()}`;
  const url = `http://${address}`;
  let child: ChildProcess;
  const start = async () => {
    child = spawn(
      'prometheus-alertmanager',
      [
        `--config.file=${config}`,
        `--storage.path=${join(folder, 'data')}`,
        `--web.listen-address=${address}`,
        '--cluster.listen-address=',
      ],
      { stdio: 'ignore' },
    );
    await untilReady(`${url}/-/ready`, child);
  };
  await start();
  return {
    url,
    alerts: async () => (await fetch(`${url}/api/v2/alerts`)).json() as Promise<HeldAlert[]>,
    close: () => end(child),
    restart: start,
  };
}

function configOf(webhookUrl: string): string {
  return `
route: { receiver: test, group_by: [alertname], group_wait: 0s, group_interval: 1s, repeat_interval: 1h }
receivers:
  - name: test
    webhook_configs: [{ url: '${webhookUrl}', send_resolved: true }]
`;
}
