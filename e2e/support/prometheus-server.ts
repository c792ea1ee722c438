import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { end, freePort, untilReady } from './server-process.ts';

/** A Prometheus that can be asked. */
export interface PrometheusApi {
  readonly url: string;
  /** Asks at a time in epoch seconds. */
  query(expression: string, time: number): Promise<readonly Result[]>;
  /** Asks at equal steps, all in seconds. */
  queryRange(expression: string, steps: Steps): Promise<readonly Result[]>;
}

/** A Prometheus of the test's own, on loopback. */
export interface PrometheusServer extends PrometheusApi {
  close(): Promise<void>;
}

/** A series in an answer: `values` for a range, `value` for a moment; each a time in seconds and a number as text. */
export interface Result {
  readonly metric: Readonly<Record<string, string>>;
  readonly value?: Sample;
  readonly values?: readonly Sample[];
}

interface Steps {
  readonly start: number;
  readonly end: number;
  readonly step: number;
}

type Sample = readonly [seconds: number, value: string];

/** Starts one that scrapes the target once a second, and waits until it answers. */
export function startPrometheus(folder: string, metricsUrl: string): Promise<PrometheusServer> {
  return startPrometheusWith(folder, configOf(new URL(metricsUrl)));
}

/** Starts one with a configuration of the test's own, and waits until it answers. */
export async function startPrometheusWith(
  folder: string,
  configuration: string,
  flags: readonly string[] = [],
): Promise<PrometheusServer> {
  const config = join(folder, 'prometheus.yml');
  await mkdir(join(folder, 'data'), { recursive: true });
  await writeFile(config, configuration);
  const address = `127.0.0.1:${await freePort()}`;
  const child = spawn(
    'prometheus',
    [
      `--config.file=${config}`,
      `--storage.tsdb.path=${join(folder, 'data')}`,
      `--web.listen-address=${address}`,
      ...flags,
    ],
    { stdio: 'ignore' },
  );
  await untilReady(`http://${address}/-/ready`, child);
  return { ...prometheusAt(`http://${address}`), close: () => end(child) };
}

/** One that runs already. */
export function prometheusAt(url: string): PrometheusApi {
  return {
    url,
    query: (query, time) => ask(`${url}/api/v1/query`, { query, time }),
    queryRange: (query, steps) => ask(`${url}/api/v1/query_range`, { query, ...steps }),
  };
}

/** A configuration that scrapes each host once a second, as the job of its name. */
export function scrapeConfig(hosts: Readonly<Record<string, string>>): string {
  const jobs = Object.entries(hosts).map(
    ([name, host]) => `
  - job_name: ${name}
    scrape_interval: 1s
    scrape_timeout: 1s
    static_configs: [{ targets: ['${host}'] }]`,
  );
  return `scrape_configs:${jobs.join('')}\n`;
}

function configOf({ host, pathname }: URL): string {
  return `
scrape_configs:
  - job_name: turnscope
    scrape_interval: 1s
    scrape_timeout: 1s
    metrics_path: ${pathname}
    static_configs: [{ targets: ['${host}'] }]
`;
}

async function ask(
  url: string,
  question: Readonly<Record<string, string | number>>,
): Promise<readonly Result[]> {
  const parameters = Object.entries(question).map(([name, value]): [string, string] => [
    name,
    String(value),
  ]);
  const answer = await fetch(`${url}?${new URLSearchParams(parameters)}`);
  const { status, data, error } = (await answer.json()) as {
    readonly status: string;
    readonly error?: string;
    readonly data: { readonly result: readonly Result[] };
  };
  if (status !== 'success') throw new Error(`${question['query']}: ${error}`);
  return data.result;
}
