import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { dashboard, type Panel, withVariables } from '../../e2e/support/dashboard.ts';
import { startPrometheus } from '../../e2e/support/prometheus-server.ts';
import { workspace } from '../run-command.ts';
import type { ShownDashboard, ShownPanel, ShownSeries } from './shown-panel.ts';

const agents = 100;
const rateInterval = '1m';
const stepSeconds = 10;

/**
 * Plays the demo for some minutes while a Prometheus of its own scrapes it, and asks that Prometheus
 * what the named panels of the dashboard ask. Both listen on loopback and are ended.
 */
export async function collect(
  panelIds: readonly number[],
  minutes: number,
): Promise<ShownDashboard> {
  const folder = await mkdtemp(join(tmpdir(), 'turnscope-screenshot-'));
  const exporter = await startDemo(folder);
  const prometheus = await startPrometheus(join(folder, 'prometheus'), exporter.metricsUrl);
  try {
    await sleep(minutes * 60_000);
    const to = Math.floor(Date.now() / 1000);
    // In the first minute a rate has too little to go by.
    const range = { url: prometheus.url, from: to - minutes * 60 + 60, to };
    const panels = panelIds.map((id) => show(panelOf(id), range));
    return { from: range.from, to, agents, panels: await Promise.all(panels) };
  } finally {
    await Promise.all([prometheus.close(), exporter.close()]);
    await rm(folder, { recursive: true });
  }
}

interface Range {
  readonly url: string;
  readonly from: number;
  readonly to: number;
}

function panelOf(id: number): Panel {
  const panel = dashboard.panels.find((each) => each.id === id);
  if (!panel) throw new Error(`the dashboard has no panel ${id}`);
  return panel;
}

async function show(panel: Panel, range: Range): Promise<ShownPanel> {
  const { title, type, targets = [], fieldConfig } = panel;
  const answers = targets.map(({ expr, legendFormat = '' }) =>
    ask({ expr, legend: legendFormat, isOneFigure: type === 'stat' }, range),
  );
  return {
    title,
    type,
    unit: fieldConfig?.defaults.unit ?? '',
    isStacked: fieldConfig?.defaults.custom?.stacking?.mode === 'normal',
    series: (await Promise.all(answers)).flat(),
  };
}

interface Question {
  readonly expr: string;
  readonly legend: string;
  readonly isOneFigure: boolean;
}

async function ask({ expr, legend, isOneFigure }: Question, range: Range): Promise<ShownSeries[]> {
  const { url, from, to } = range;
  const query = withVariables(expr.replaceAll('$__range', `${to - from}s`), rateInterval);
  const parameters = isOneFigure
    ? { query, time: String(to) }
    : { query, start: String(from), end: String(to), step: String(stepSeconds) };
  const path = isOneFigure ? 'query' : 'query_range';
  const answer = await fetch(`${url}/api/v1/${path}?${new URLSearchParams(parameters)}`);
  const { data } = (await answer.json()) as {
    readonly data: { readonly result: readonly Found[] };
  };
  return data.result.map(({ metric, value, values }) => ({
    name: legend.replaceAll(/\{\{(\w+)\}\}/g, (_, label: string) => metric[label] ?? ''),
    points: (values ?? (value ? [value] : [])).map(([time, text]) => [time, Number(text)] as const),
  }));
}

interface Found {
  readonly metric: Readonly<Record<string, string>>;
  readonly value?: readonly [number, string];
  readonly values?: readonly (readonly [number, string])[];
}

async function startDemo(folder: string) {
  const main = join(workspace, 'packages', 'cli', 'src', 'main.ts');
  const flags = ['serve', '--demo', `--demo-agents=${agents}`, '--web.listen-address=127.0.0.1:0'];
  const child = spawn(process.execPath, ['--conditions=@turnscope/source', main, ...flags], {
    cwd: folder,
    env: { ...process.env, HOME: folder, CLAUDE_CONFIG_DIR: folder, TMPDIR: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const closed = new Promise((done) => child.on('close', done));
  let metricsUrl = '';
  for await (const line of createInterface(child.stdout)) {
    metricsUrl ||= /Metrics {2}(http:\S+)/.exec(line)?.[1] ?? '';
    if (line.includes('at work')) break;
  }
  return {
    metricsUrl,
    async close() {
      child.kill('SIGTERM');
      await closed;
    },
  };
}
