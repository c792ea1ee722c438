// What it costs to watch files in which nothing happens. Argument: how many.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTranscriptSource } from '@turnscope/claude-code';
import { median } from '../harness/median.ts';

const count = Number(process.argv[2] ?? 10_000);
const filesInFolder = 20;
const polls = 40;

const folder = mkdtempSync(join(tmpdir(), 'turnscope-idle-'));
try {
  writeFiles();
  const source = createTranscriptSource({
    folders: [folder],
    sink: { record: () => {}, parseError: () => {} },
  });
  await source.poll();
  const times: number[] = [];
  for (let poll = 0; poll < polls; poll += 1)
    times.push(await cpuMilliseconds(() => source.poll()));
  globalThis.gc?.();
  const heapMegabytes = process.memoryUsage().heapUsed / 1e6;
  console.log(JSON.stringify({ count, pollMilliseconds: median(times), heapMegabytes }));
} finally {
  rmSync(folder, { recursive: true });
}

function writeFiles(): void {
  for (let index = 0; index < count; index += 1) {
    const project = join(folder, `project-${Math.floor(index / filesInFolder)}`);
    mkdirSync(project, { recursive: true });
    writeFileSync(join(project, `session-${index}.jsonl`), '{"type":"summary"}\n');
  }
}

/** Of the processor: what else runs on the machine does not add to it. */
async function cpuMilliseconds(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
