import { execFile } from 'node:child_process';
import { mkdir, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { goodMood, type Mood } from '../../e2e/support/agents-at-work.ts';
import { EventfulExporter, type Stretch } from '../../e2e/support/eventful-exporter.ts';
import { createBlocks } from '../../e2e/support/openmetrics-blocks.ts';
import { type PrometheusServer, startPrometheusWith } from '../../e2e/support/prometheus-server.ts';
import { rulePaths } from '../../e2e/support/rule-paths.ts';

/** How long the pictures look back. */
export const shownHours = 6;

const slow: Mood = { ...goodMood, slowness: 4.5, failing: 0.09 };
const thrashing: Mood = { ...goodMood, kept: 0.72, rapid: 0.9 };
const crashing: Mood = { ...goodMood, restarts: 14, failing: 0.05 };

/** Hosts and what happened to their agents; the last is what goes on now. */
const hosts: readonly { readonly instance: string; readonly story: readonly Stretch[] }[] = [
  {
    instance: 'build-1:10464',
    story: [
      { minutes: 60, mood: goodMood },
      { minutes: 95, mood: goodMood },
      { minutes: 45, mood: slow },
      { minutes: 80, mood: goodMood },
      { minutes: 55, mood: thrashing },
      { minutes: 85, mood: goodMood },
    ],
  },
  {
    instance: 'build-2:10464',
    story: [
      { minutes: 320, mood: goodMood },
      { minutes: 35, mood: { ...goodMood, restarts: 6 } },
      { minutes: 65, mood: crashing },
    ],
  },
  { instance: 'laptop:10464', story: [{ minutes: 420, mood: goodMood }] },
];

const weekMs = 7 * 86_400_000;
const lastWeek: readonly Stretch[] = [
  { minutes: 200, mood: { ...goodMood, slowness: 1.3, failing: 0.02, kept: 0.36 } },
];

/**
 * A Prometheus that holds some hours of made-up agents on three hosts and what happened a week before, with what
 * the generated rules would have recorded. Nothing is scraped: the past is written into its database.
 *
 * @param now epoch milliseconds: where the past ends.
 */
export async function startPictureStage(folder: string, now: number): Promise<PrometheusServer> {
  await mkdir(join(folder, 'data'), { recursive: true });
  for (const [at, { instance, story }] of hosts.entries()) {
    const exporter = new EventfulExporter({
      instance,
      seed: at + 1,
      startedAt: now - weekMs - 86_400_000,
    });
    await createBlocks(folder, `last-week-${at}`, exporter.playUntil(now - weekMs, lastWeek));
    await createBlocks(folder, `today-${at}`, exporter.playUntil(now, story));
  }
  await recordPast(folder, now, rulePaths);
  return startPrometheusWith(folder, '{}', flags);
}

const flags = ['--storage.tsdb.retention.time=30d'];

/** What rules record is computed by a Prometheus that is there for that alone. */
async function recordPast(folder: string, now: number, rules: readonly string[]): Promise<void> {
  const prometheus = await startPrometheusWith(folder, '{}', flags);
  const out = join(folder, 'recorded');
  try {
    await promisify(execFile)('promtool', [
      ...['tsdb', 'create-blocks-from', 'rules', `--url=${prometheus.url}`],
      `--start=${Math.floor(now / 1000) - shownHours * 3600}`,
      `--end=${Math.floor(now / 1000)}`,
      ...['--eval-interval=60s', `--output-dir=${out}`, ...rules],
    ]);
  } finally {
    await prometheus.close();
  }
  for (const block of await readdir(out))
    await rename(join(out, block), join(folder, 'data', block));
}
