// What it costs to have five agents started by a manager, beside starting five processes at once.

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ClaudeCodeManager } from '@turnscope/claude-code';
import { agentEnvironment } from '../../packages/claude-code/test/support/agent-environment.ts';
import { interleave } from '../harness/interleave.ts';
import { median } from '../harness/median.ts';

const agents = 5;
const rounds = 15;
const checks = 100;
const standIn = join(
  import.meta.dirname,
  '../../packages/claude-code/test/support/stand-in/main.ts',
);
const initialize =
  '{"type":"control_request","request_id":"1","request":{"subtype":"initialize"}}\n';

const folder = mkdtempSync(join(tmpdir(), 'turnscope-start-'));
const environment = agentEnvironment(folder);
try {
  const rows = await interleave(
    [
      { name: 'plain spawn', run: startPlainly },
      { name: 'manager', run: startManaged },
    ],
    { amount: 1, rounds, base: 'plain spawn' },
  );
  console.log(JSON.stringify({ rows, checkMilliseconds: await timeOfChecks() }));
} finally {
  rmSync(folder, { recursive: true });
}

/** Until each has answered that it is ready, and then until each has ended. */
async function startPlainly(): Promise<void> {
  const children = Array.from({ length: agents }, () =>
    spawn(process.execPath, [standIn], {
      env: environment,
      // As the manager's: a busy Linux gives groups of their own more time of the processor.
      detached: true,
      stdio: ['pipe', 'pipe', 'inherit'],
    }),
  );
  await Promise.all(
    children.map((child) => {
      child.stdin.write(initialize);
      return new Promise((done) => child.stdout.once('data', done));
    }),
  );
  await Promise.all(
    children.map((child) => {
      child.kill('SIGTERM');
      return new Promise((done) => child.once('close', done));
    }),
  );
}

async function startManaged(): Promise<void> {
  const manager = createManager();
  await manager.start();
  await manager.shutdown();
}

async function timeOfChecks(): Promise<number> {
  const manager = createManager();
  await manager.start();
  await manager.checkHealth();
  const times: number[] = [];
  for (let check = 0; check < checks; check += 1) {
    const start = performance.now();
    await manager.checkHealth();
    times.push(performance.now() - start);
  }
  await manager.shutdown();
  return median(times);
}

function createManager(): ClaudeCodeManager {
  return new ClaudeCodeManager({ command: process.execPath, args: [standIn], environment });
}
