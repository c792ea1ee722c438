import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { RecordedHistory } from './recorded-history.ts';
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

/** What makes two parts of a history. */
const pauseMs = 3_600_000;

/**
 * The series of a history in parts, cut where nothing was scraped for an hour: promtool reads all it is given anew for
 * each two hours from the first sample to the last.
 */
export function withoutPauses({
  series,
  scrapes,
}: Pick<RecordedHistory, 'series' | 'scrapes'>): readonly (readonly SampledSeries[])[] {
  const starts = scrapes.flatMap(({ at }, index) =>
    at - (scrapes[index - 1]?.at ?? 0) > pauseMs ? [at] : [],
  );
  return starts.map((from, index) => {
    const to = starts[index + 1] ?? Number.POSITIVE_INFINITY;
    return series.map((each) => between(each, from, to)).filter(({ times }) => times.length > 0);
  });
}

function between(series: SampledSeries, from: number, to: number): SampledSeries {
  const place = (time: number) => {
    const found = series.times.findIndex((at) => at >= time);
    return found < 0 ? series.times.length : found;
  };
  const [start, end] = [place(from), place(to)];
  return {
    ...series,
    times: series.times.slice(start, end),
    values: series.values.slice(start, end),
  };
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
