// What a scrape does to the process that answers it over HTTP. Arguments: the format, how many series the
// largest histogram has.

import { spawn } from 'node:child_process';
import { contentTypes, type Format } from '@turnscope/exposition';
import { createExporterServer } from '@turnscope/node';
import { median } from '../harness/median.ts';
import { LoopStops } from '../scrape/loop-stops.ts';
import type { LargeScrape, Load } from '../scrape/scrape-results.ts';
import { createLargeMonitor } from '../scrape/subjects.ts';

const format = (process.argv[2] ?? 'text') as Format;
const series = Number(process.argv[3] ?? 100_000);
/** Reads an answer and forgets it, in a process of its own; as often at once as its last argument says. */
const client = `
const [url, accept, atOnce] = process.argv.slice(1);
let bytes = 0;
await Promise.all(Array.from({ length: Number(atOnce) }, async () => {
  const answer = await fetch(url, { headers: { accept, 'accept-encoding': 'identity' } });
  if (answer.status !== 200) throw new Error(String(answer.status));
  for await (const piece of answer.body) bytes += piece.length;
}));
console.log(bytes);
`;

const server = createExporterServer({ monitor: createLargeMonitor(series) });
const url = `${await server.listen({ host: '127.0.0.1', port: 0 })}/metrics`;
// The first scrapes evaluate, compile and keep lines.
for (let warm = 0; warm < 3; warm += 1) await measured(1);
const single = await typical(1, 5);
const double = await typical(2, 3);
await server.close();
const result: LargeScrape = { format, series, single, double };
console.log(JSON.stringify(result));

/** The median of each number. */
async function typical(atOnce: number, rounds: number): Promise<Load> {
  const all: Load[] = [];
  for (let round = 0; round < rounds; round += 1) all.push(await measured(atOnce));
  const middle = (key: keyof Load) => median(all.map((each) => each[key]));
  return {
    megabytes: middle('megabytes'),
    milliseconds: middle('milliseconds'),
    longestStopMilliseconds: middle('longestStopMilliseconds'),
    moreMegabytes: middle('moreMegabytes'),
  };
}

async function measured(atOnce: number): Promise<Load> {
  globalThis.gc?.();
  await new Promise((done) => setTimeout(done, 200));
  const before = process.memoryUsage.rss();
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 5);
  const stops = new LoopStops();
  const start = performance.now();
  const child = spawn(
    process.execPath,
    ['--input-type=module', '--eval', client, url, contentTypes[format], String(atOnce)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let out = '';
  for await (const piece of child.stdout) out += String(piece);
  const longestStopMilliseconds = stops.end();
  clearInterval(watch);
  return {
    megabytes: Number(out) / atOnce / 1e6,
    milliseconds: performance.now() - start,
    longestStopMilliseconds,
    moreMegabytes: (most - before) / 1e6,
  };
}
