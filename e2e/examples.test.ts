import { execFile, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { agentEnvironment } from '../packages/claude-code/test/support/agent-environment.ts';
import { workspace } from '../scripts/run-command.ts';
import { end, freePort, untilReady } from './support/server-process.ts';

const folder = join(workspace, 'examples');
const standIn = 'packages/claude-code/test/support/stand-in/main.ts';
/** Comments, empty lines, what nothing happened to, and buckets, of which there are many. */
const notWorthALine = /^$|^#| 0$|_bucket\{/;
/** What depends on the version, the machine, the time and the defaults, and says nothing about what the example recorded. */
const aboutTheAdapter =
  /^(target_info|turnscope_(threshold\{|rows|label_values|conversations_tracked|last_|evaluat|build_))/;

/** The recorded messages come as fast as they can be read. */
const timedByArrival = /^turnscope_(response_(duration|latency)|tool_call_duration|source_last)_/;

const examples = ['exposition', 'prom-client', 'prom-client-cluster', 'opentelemetry'];

describe.each(examples)('examples/%s.ts', (name) => {
  it('serves what it recorded', async () => {
    expect(recordedIn(await answerOf(name))).toBe(await expectedOf(name));
  });

  it('has at most 40 lines', async () => {
    const code = await readFile(join(folder, `${name}.ts`), 'utf8');
    expect(code.trimEnd().split('\n').length).toBeLessThanOrEqual(40);
  });
});

describe('examples/agent-sdk.ts', () => {
  it('prints the answer and what it recorded', async () => {
    const args = ['--conditions=@turnscope/source', join(folder, 'agent-sdk.ts')];
    const { stdout } = await promisify(execFile)(process.execPath, args);
    expect(recordedIn(stdout, timedByArrival)).toBe(await expectedOf('agent-sdk'));
  });

  it('has at most 15 lines', async () => {
    const code = await readFile(join(folder, 'agent-sdk.ts'), 'utf8');
    expect(code.trimEnd().split('\n').length).toBeLessThanOrEqual(15);
  });
});

describe('examples/manager.ts', () => {
  it('prints the answers of its agents, and what it is told of alerts', async () => {
    const bin = await mkdtemp(join(tmpdir(), 'turnscope-example-'));
    try {
      await symlink(join(workspace, standIn), join(bin, 'claude'));
      const env = {
        ...process.env,
        ...agentEnvironment(bin),
        PATH: [bin, dirname(process.execPath), process.env['PATH']].join(delimiter),
        // Beyond two seconds the turn of a tactical agent is slow.
        STAND_IN_EVERY_TURN: 'sleep 2100',
      };
      const args = ['--conditions=@turnscope/source', join(folder, 'manager.ts')];
      const { stdout } = await promisify(execFile)(process.execPath, args, { env });
      // Agents that work at the same time are done in any order.
      expect(stdout.split('\n').sort().join('\n').trim()).toBe(
        (await expectedOf('manager')).trim(),
      );
    } finally {
      await rm(bin, { recursive: true });
    }
  });

  it('has at most 40 lines', async () => {
    const code = await readFile(join(folder, 'manager.ts'), 'utf8');
    expect(code.trimEnd().split('\n').length).toBeLessThanOrEqual(40);
  });
});

/** What stands in a text beside what every text has, and beside what differs from run to run. */
function recordedIn(text: string, differing = aboutTheAdapter): string {
  const told = text.split('\n').filter((line) => !notWorthALine.test(line));
  const recorded = told.filter((line) => !aboutTheAdapter.test(line) && !differing.test(line));
  return `${recorded.join('\n')}\n`;
}

function expectedOf(name: string): Promise<string> {
  return readFile(join(folder, 'expected', `${name}.txt`), 'utf8');
}

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
