import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { workspace } from '../scripts/run-command.ts';
import { end, freePort, untilReady } from './support/server-process.ts';

const folder = join(workspace, 'examples');
/** Comments, empty lines, what nothing happened to, and buckets, of which there are many. */
const notWorthALine = /^$|^#| 0$|_bucket\{/;
/** What depends on the version, the machine, the time and the defaults, and says nothing about what the example recorded. */
const aboutTheAdapter =
  /^(target_info|turnscope_(threshold\{|rows|label_values|conversations_tracked|last_|evaluat|build_))/;

const examples = ['exposition', 'prom-client', 'prom-client-cluster', 'opentelemetry'];

describe.each(examples)('examples/%s.ts', (name) => {
  it('serves what it recorded', async () => {
    const text = await answerOf(name);
    const told = text.split('\n').filter((line) => !notWorthALine.test(line));
    const recorded = told.filter((line) => !aboutTheAdapter.test(line));
    const expected = await readFile(join(folder, 'expected', `${name}.txt`), 'utf8');
    expect(`${recorded.join('\n')}\n`).toBe(expected);
  });

  it('has at most 40 lines', async () => {
    const code = await readFile(join(folder, `${name}.ts`), 'utf8');
    expect(code.trimEnd().split('\n').length).toBeLessThanOrEqual(40);
  });
});

/** What the example answers to a scrape. */
async function answerOf(name: string): Promise<string> {
  const port = await freePort();
  const args = ['--conditions=@turnscope/source', join(folder, `${name}.ts`)];
  const env = { ...process.env, PORT: String(port) };
  const child = spawn(process.execPath, args, { env, stdio: 'ignore' });
  try {
    const url = `http://127.0.0.1:${port}/metrics`;
    await untilReady(url, child);
    return await (await fetch(url)).text();
  } finally {
    await end(child);
  }
}
