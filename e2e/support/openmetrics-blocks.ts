import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type SampledSeries, textOf } from './sampled-series.ts';

/**
 * Adds blocks to the database in the folder `data`, made from samples with their times. `name`: of a passing folder, in
 * which they are made, so that several calls may run side by side.
 */
export async function createBlocks(
  folder: string,
  name: string,
  series: readonly SampledSeries[],
): Promise<void> {
  const file = join(folder, `${name}.openmetrics`);
  const blocks = join(folder, name);
  await writeOpenMetrics(file, series);
  await promisify(execFile)('promtool', [
    ...['tsdb', 'create-blocks-from', 'openmetrics', '--quiet'],
    ...[file, blocks],
  ]);
  for (const block of await readdir(blocks)) {
    await rename(join(blocks, block), join(folder, 'data', block));
  }
  await rm(file);
}

async function writeOpenMetrics(file: string, series: readonly SampledSeries[]): Promise<void> {
  const out = createWriteStream(file);
  for (const each of series) {
    const text = textOf(each);
    const lines = each.times.map((time, at) => `${text} ${each.values[at]} ${time / 1000}\n`);
    if (!out.write(lines.join(''))) await once(out, 'drain');
  }
  out.end('# EOF\n');
  await once(out, 'finish');
}
