import { PassThrough } from 'node:stream';
import { expect, it } from '@jest/globals';
import { PerformanceMonitor } from '@turnscope/core';
import { runCommand } from '../../src/index.ts';

// Each command that had left a process behind with its output open left a `pipe` at the output of the run as well: four
// listeners and all that they held, for each restart.
it('leaves nothing at its output of commands whose output was left open', async () => {
  const output = new PassThrough().resume();
  const events = ['close', 'finish', 'error', 'unpipe', 'drain'] as const;
  const counts = () => events.map((event) => output.listenerCount(event));
  const before = counts();
  const running = runCommand({
    command: '/bin/sh',
    args: ['-c', 'sleep 3 2>/dev/null & exit 3'],
    monitor: new PerformanceMonitor({ sources: [] }),
    output,
    environment: { PATH: process.env['PATH'] },
    restartOnFailure: true,
    backOff: { firstDelayMs: 1 },
    restarts: { restarts: 2 },
  });
  await running.ended;
  expect(counts()).toEqual(before);
});
