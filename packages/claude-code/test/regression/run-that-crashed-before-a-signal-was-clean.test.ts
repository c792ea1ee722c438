import { PassThrough } from 'node:stream';
import { expect, it } from '@jest/globals';
import { PerformanceMonitor } from '@turnscope/core';
import { runCommand } from '../../src/index.ts';
import { countedSeries } from '../support/counted-series.ts';
import { until } from '../support/until.ts';

// It had left something behind that held its output open, and until that was given up a signal counted as the reason of
// an end that was there already.
it('a command that failed before somebody wanted it to end has crashed', async () => {
  let id = '';
  const output = new PassThrough().on('data', (chunk: Buffer) => {
    id += chunk.toString();
  });
  const monitor = new PerformanceMonitor({ sources: [], processTypes: [], zeroHoldSeconds: 0 });
  const running = runCommand({
    command: '/bin/sh',
    args: ['-c', 'echo $$; sleep 5 2>/dev/null & exit 3'],
    monitor,
    output,
    environment: { PATH: process.env['PATH'] },
  });
  await until(() => id !== '' && !isThere(Number(id)), 'the command has ended');
  running.signal('SIGTERM');
  expect(await running.ended).toMatchObject({ code: 3, reason: 'crash' });
  expect(countedSeries(monitor, /exits/)).toEqual({ 'process_exits_total unknown,crash': 1 });
});

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
