import { Writable } from 'node:stream';
import { expect, it } from '@jest/globals';
import { PerformanceMonitor } from '@turnscope/core';
import { runCommand } from '../../src/index.ts';

// `turnscope run --restart on-failure -- yes | head -1`: each new `yes` failed as the one before, for half a
// minute, until the budget was used up.
const script = `
  process.stdout.on('error', () => process.exit(9));
  setInterval(() => process.stdout.write('y\\n'), 1);
`;

it('does not start a command again that failed because its reader has gone', async () => {
  const output = new Writable({ write: (_chunk, _encoding, done) => done(new Error('EPIPE')) });
  output.on('error', () => {});
  const lines: string[] = [];
  const running = runCommand({
    command: process.execPath,
    args: ['-e', script],
    monitor: new PerformanceMonitor({ sources: [] }),
    output,
    environment: {},
    restartOnFailure: true,
    onRestart: (line) => lines.push(line.replace(process.execPath, 'yes')),
  });
  expect(await running.ended).toMatchObject({ code: 9 });
  expect(lines).toEqual([
    'yes ended with exit code 9; nobody reads its output any more, so it is not started again',
  ]);
});
