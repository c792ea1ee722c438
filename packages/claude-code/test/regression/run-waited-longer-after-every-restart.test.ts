import { PassThrough } from 'node:stream';
import { expect, it } from '@jest/globals';
import { PerformanceMonitor } from '@turnscope/core';
import { runCommand } from '../../src/index.ts';
import { createFakeClock } from '../support/fake-clock.ts';

// Each restart doubled the pause for good: an agent that crashed once a day waited a minute after a week.
it('waits for a short time after a failure of a command that had worked for long', async () => {
  const clock = createFakeClock();
  const pauses: number[] = [];
  const running = runCommand({
    command: process.execPath,
    args: ['-e', 'process.stdout.write("x", () => process.exit(3))'],
    monitor: new PerformanceMonitor({ sources: [] }),
    output: new PassThrough().on('data', () => {
      // The third run lasts for a day.
      if (pauses.length === 2) clock.advance(86_400);
    }),
    environment: {},
    restartOnFailure: true,
    restarts: { restarts: 3 },
    outside: {
      stopwatch: clock,
      random: () => 0,
      timers: {
        after(milliseconds, work) {
          pauses.push(milliseconds);
          const immediate = setImmediate(work);
          return () => clearImmediate(immediate);
        },
      },
    },
  });
  await running.ended;
  expect(pauses).toEqual([500, 1000, 500, 1000, 2000]);
});
