import { PassThrough } from 'node:stream';
import { expect, it } from '@jest/globals';
import { PerformanceMonitor } from '@turnscope/core';
import { runCommand } from '../../src/index.ts';

// Node tells only some reasons by an event; of the others `spawn` throws.
it.each([
  ['lies behind a file that is no folder', `${process.execPath}/agent`, []],
  ['has an empty name', '', []],
  ['has an argument that no system takes', process.execPath, ['a\0b']],
])('a command that %s ends as one that could not be started', async (_what, command, args) => {
  const monitor = new PerformanceMonitor({ sources: [] });
  const output = new PassThrough().resume();
  const running = runCommand({ command, args, monitor, output, environment: {} });
  running.signal('SIGTERM');
  expect(await running.ended).toMatchObject({
    pid: undefined,
    error: { message: expect.any(String) },
  });
});
