import { PassThrough } from 'node:stream';
import { afterEach, expect, it } from '@jest/globals';
import { PerformanceMonitor } from '@turnscope/core';
import { runCommand } from '../../src/index.ts';

// A background process keeps the standard output of the command open. Without Turnscope the command ends
// all the same; here neither its exit code came nor a restart, and no signal ended the waiting.
const script = `
  const child = require('node:child_process').spawn('sleep', ['600'], { stdio: 'inherit' });
  process.stdout.write(child.pid + '\\n' + 'x'.repeat(500_000), () => process.exit(3));
`;
let left = 0;

afterEach(() => {
  process.kill(left, 'SIGKILL');
});

it('ends with its command, and passes on all that this wrote', async () => {
  const { PATH } = process.env;
  let text = '';
  const output = new PassThrough().on('data', (chunk) => {
    text += chunk;
    left = Number.parseInt(text, 10);
  });
  const running = runCommand({
    command: process.execPath,
    args: ['-e', script],
    monitor: new PerformanceMonitor({ sources: [] }),
    output,
    environment: { PATH },
  });
  expect(await running.ended).toMatchObject({ code: 3, reason: 'crash' });
  expect(text).toHaveLength(`${left}\n`.length + 500_000);
});
