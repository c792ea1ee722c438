// Draws docs/dashboards/*.png: made-up agents play some hours in a moment, a Prometheus holds what exporters showed of
// them, and every dashboard is drawn from its answers. Needs prometheus, promtool and Chromium.
//
//   pnpm screenshot [overview latency …] [--out DIR] [--prometheus URL --minutes N]
//
// With the URL of a Prometheus it draws the last minutes of what that one holds. Tells as JSON, a line for each
// dashboard, how many things each panel shows.

import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { dashboards } from '../e2e/support/dashboards.ts';
import { type PrometheusApi, prometheusAt } from '../e2e/support/prometheus-server.ts';
import { workspace } from './run-command.ts';
import { draw } from './screenshot/draw.ts';
import { shownHours, startPictureStage } from './screenshot/picture-stage.ts';
import { type ShownTime, showDashboard } from './screenshot/show-dashboard.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string', default: join(workspace, 'docs', 'dashboards') },
    prometheus: { type: 'string' },
    minutes: { type: 'string', default: '60' },
  },
});

/** Four scrapes a minute apart, as Grafana would take for the made-up past; longer than a live Prometheus needs. */
const rateInterval = '4m';

if (values.prometheus === undefined) {
  const folder = await mkdtemp(join(tmpdir(), 'turnscope-screenshot-'));
  // The same moment each time, so that only what has changed changes a picture.
  const now = Date.UTC(2026, 10, 25, 15);
  const prometheus = await startPictureStage(folder, now);
  try {
    const hours = { to: now / 1000, seconds: shownHours * 3600 };
    await drawFrom(prometheus, timeOf({ ...hours, steps: 180 }));
  } finally {
    await prometheus.close();
    await rm(folder, { recursive: true });
  }
} else {
  const last = { to: Math.floor(Date.now() / 1000), seconds: Number(values.minutes) * 60 };
  const time = timeOf({ ...last, steps: 60 });
  await drawFrom(prometheusAt(values.prometheus), time);
}

async function drawFrom(prometheus: PrometheusApi, time: ShownTime): Promise<void> {
  const out = resolve(values.out);
  await mkdir(out, { recursive: true });
  const pictures = [];
  for (const dashboard of dashboards) {
    const name = dashboard.file.replace('.json', '');
    if (positionals.length > 0 && !positionals.includes(name)) continue;
    const shown = await showDashboard(dashboard, prometheus, time);
    pictures.push({ shown, file: join(out, `${name}.png`) });
  }
  const drawn = await draw(pictures);
  for (const [at, { shown }] of pictures.entries()) {
    console.log(JSON.stringify({ title: shown.title, drawn: drawn[at] }));
  }
}

interface Span {
  readonly to: number;
  readonly seconds: number;
  readonly steps: number;
}

function timeOf({ to, seconds, steps }: Span): ShownTime {
  return { from: to - seconds, to, stepSeconds: Math.ceil(seconds / steps), rateInterval };
}
