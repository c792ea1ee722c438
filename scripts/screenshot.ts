// Draws docs/dashboard.png: the demo plays, a Prometheus scrapes it, and panels of the dashboard are drawn from its
// answers. Needs prometheus and Chromium; no part of the tests. With the path of a JSON file it keeps the answers
// there, or draws again from those that are there.

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { workspace } from './run-command.ts';
import { collect } from './screenshot/collect.ts';
import { draw } from './screenshot/draw.ts';
import type { ShownDashboard } from './screenshot/shown-panel.ts';

const figures = [101, 102, 103, 104, 105, 106];
const charts = [201, 301, 302, 401, 405, 502, 501, 601, 701];
const minutes = Number(process.env['MINUTES'] ?? 5);

const kept = process.argv[2];
const shown = (await readKept()) ?? (await collect([...figures, ...charts], minutes));
if (kept !== undefined) await writeFile(kept, JSON.stringify(shown));
await draw(shown, join(workspace, 'docs', 'dashboard.png'));

async function readKept(): Promise<ShownDashboard | undefined> {
  if (kept === undefined) return undefined;
  const text = await readFile(kept, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : JSON.parse(text);
}
