import { Writable } from 'node:stream';
import { expect, it } from '@jest/globals';
import { PerformanceMonitor } from '@turnscope/core';
import { runCommand } from '../../src/index.ts';
import { until } from '../support/until.ts';

// `turnscope run -- claude … | less`: the command had ended, `less` was not read to its end, and no signal ended the
// run, for there was nobody any more to pass it on to.
it('ends at a signal when its command has ended and its reader reads no further', async () => {
  let isRead = false;
  let isOver = false;
  const output = new Writable({
    write() {
      isRead = true;
    },
  });
  const running = runCommand({
    command: '/bin/sh',
    args: ['-c', 'head -c 150000 /dev/zero'],
    monitor: new PerformanceMonitor({ sources: [] }),
    output,
    environment: { PATH: process.env['PATH'] },
  });
  void running.ended.then(() => {
    isOver = true;
  });
  await until(() => isRead, 'the reader has begun');
  await until(() => {
    running.signal('SIGTERM');
    return isOver;
  }, 'the run has ended');
  expect(output.listenerCount('error')).toBe(0);
});
