import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createExporterServer } from '@turnscope/node';
import { goodMood, type Mood } from './agents-at-work.ts';
import { EventfulExporter, type Stretch } from './eventful-exporter.ts';
import { createBlocks } from './openmetrics-blocks.ts';
import { rulePaths } from './rule-paths.ts';

/** Everything at once: slow, failing, thrashing, and restarted every few minutes. */
const worstMood: Mood = { slowness: 6, failing: 0.3, kept: 0.85, rapid: 0.95, restarts: 30 };

/** An exporter with a past and a present, for a Prometheus of the test's own. */
export interface DashboardStage {
  /** The configuration of a Prometheus that scrapes it and the other target, as job `turnscope`. */
  readonly configuration: string;
  close(): Promise<void>;
}

const weekMs = 7 * 86_400_000;

/**
 * Puts the past of an exporter into the database in `folder`: half an hour of last week and nearly two hours that
 * end now, the last of them so bad that every alert on agents fires. Then the exporter goes on, on loopback.
 */
export async function openDashboardStage(
  folder: string,
  otherTarget: string,
): Promise<DashboardStage> {
  await mkdir(join(folder, 'data'), { recursive: true });
  const now = Date.now();
  const exporter = new EventfulExporter({
    instance,
    seed: 7,
    startedAt: now - weekMs - 3_600_000,
    // Too little, so that something is folded together.
    labelLimits: { tool: 4 },
    rowLimit: 8,
  });
  const pasts: readonly [number, readonly Stretch[]][] = [
    [now - weekMs, [{ minutes: 30, mood: goodMood }]],
    [
      now,
      [
        { minutes: 20, mood: goodMood },
        { minutes: 90, mood: worstMood },
      ],
    ],
  ];
  for (const [at, [end, stretches]] of pasts.entries()) {
    await createBlocks(folder, `past-${at}`, exporter.playUntil(end, stretches));
  }
  const stopWork = exporter.goLive(worstMood);
  const server = createExporterServer({ monitor: exporter.monitor });
  const url = await server.listen({ host: '127.0.0.1', port: 0 });
  return {
    configuration: configurationOf(new URL(url).host, otherTarget),
    close: () => {
      stopWork();
      return server.close();
    },
  };
}

/** The past and the present are one instance to Prometheus. */
const instance = 'eventful:10464';

function configurationOf(eventful: string, other: string): string {
  // JSON is YAML.
  return JSON.stringify({
    global: { scrape_interval: '1s', scrape_timeout: '1s', evaluation_interval: '1s' },
    rule_files: rulePaths,
    scrape_configs: [
      {
        job_name: 'turnscope',
        static_configs: [{ targets: [other] }, { targets: [eventful], labels: { instance } }],
      },
    ],
  });
}
