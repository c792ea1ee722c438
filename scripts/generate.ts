// Writes the files that derive from the catalogue. `--check` writes nothing and fails when one of them drifted.

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { dashboardFiles } from './generate/dashboards/dashboard-files.ts';
import { metricsPage } from './generate/metrics-page.ts';
import { mixinFiles } from './generate/mixin-files.ts';
import { workspace } from './run-command.ts';

const generated: Readonly<Record<string, string>> = {
  'docs/metrics.md': metricsPage(),
  ...dashboardFiles(),
  ...mixinFiles(),
};

for (const [path, text] of Object.entries(generated)) {
  const file = join(workspace, path);
  const old = await readFile(file, 'utf8').catch(() => '');
  if (old === text) continue;
  if (process.argv.includes('--check')) {
    console.error(`${path} is not what the catalogue says. Run: pnpm generate`);
    process.exitCode = 1;
  } else {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
    console.log(`wrote ${path}`);
  }
}
