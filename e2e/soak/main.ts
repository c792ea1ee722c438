// Sends thousands of messages with random faults to five agents: `pnpm soak --minutes 60 --seed 7`.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Diary } from '../../packages/claude-code/test/support/stand-in/diary.ts';
import { soak } from './soak.ts';
import { judge } from './verdict.ts';

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '2' }, seed: { type: 'string' } },
});
const seed = Number(values.seed ?? Math.floor(Math.random() * 1e9));
console.error(`seed ${seed}`);
const folder = await mkdtemp(join(tmpdir(), 'turnscope-soak-'));
try {
  const run = await soak({ seconds: Number(values.minutes) * 60, seed, folder });
  const verdict = judge(run, new Diary(folder).read());
  console.log(JSON.stringify({ seed, minutes: Number(values.minutes), ...verdict }, undefined, 2));
  process.exitCode = verdict.problems.length === 0 ? 0 : 1;
} finally {
  await rm(folder, { recursive: true });
}
