import { PassThrough } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { PerformanceMonitor } from '@turnscope/core';
import { type RunOptions, type RunOutside, runCommand } from '../../src/index.ts';
import { countedSeries } from '../support/counted-series.ts';
import { createFakeClock } from '../support/fake-clock.ts';

/** A run of a script of Node, whose pauses are over at once, and what became of it. */
function start(script: string, options: Partial<RunOptions> = {}) {
  const pauses: number[] = [];
  const lines: string[] = [];
  const monitor = new PerformanceMonitor({ sources: [], processTypes: [], zeroHoldSeconds: 0 });
  const clock = createFakeClock();
  const outside: RunOutside = {
    clock,
    stopwatch: clock,
    random: () => 0,
    timers: {
      after(milliseconds, work) {
        pauses.push(milliseconds);
        const immediate = setImmediate(work);
        return () => clearImmediate(immediate);
      },
    },
  };
  const running = runCommand({
    command: process.execPath,
    args: ['-e', script],
    monitor,
    processType: 'solo',
    output: new PassThrough().resume(),
    environment: {},
    onRestart: (line) => lines.push(line.replace(process.execPath, 'agent')),
    outside,
    ...options,
  });
  return { running, pauses, lines, counted: () => countedSeries(monitor) };
}

describe('a command that fails again and again', () => {
  it('is restarted after longer and longer pauses, until its budget is used up', async () => {
    const { running, pauses, lines, counted } = start('process.exit(3)', {
      restartOnFailure: true,
      restarts: { restarts: 3 },
    });
    expect(await running.ended).toMatchObject({ code: 3, reason: 'crash' });
    expect(pauses).toEqual([500, 1_000, 2_000]);
    expect(lines).toEqual([
      'agent ended with exit code 3; it is started again in 0.5 s',
      'agent ended with exit code 3; it is started again in 1.0 s',
      'agent ended with exit code 3; it is started again in 2.0 s',
      'agent ended with exit code 3, after 3 restarts within 600 s; it is not started again',
    ]);
    expect(counted()).toEqual({
      'process_starts_total solo,fresh': 1,
      'process_starts_total solo,restart': 3,
      'process_exits_total solo,crash': 4,
      'restarts_total solo,crash,success': 3,
    });
  });

  it('is not restarted where nobody asked for that', async () => {
    const { running, lines, counted } = start('process.exit(3)');
    await running.ended;
    expect(lines).toEqual([]);
    expect(counted()).toEqual({
      'process_starts_total solo,fresh': 1,
      'process_exits_total solo,crash': 1,
    });
  });
});

describe('a command', () => {
  it('that goes on with a conversation is a start of the kind resume', async () => {
    const { running, counted } = start('', { args: ['-e', '', '--', '--resume', 'x'] });
    await running.ended;
    expect(counted()).toMatchObject({ 'process_starts_total solo,resume': 1 });
  });

  it('that is killed by somebody else is told from one that crashed', async () => {
    const { running, counted } = start('process.kill(process.pid, "SIGKILL")');
    expect(await running.ended).toMatchObject({ signal: 'SIGKILL', reason: 'killed' });
    expect(counted()).toMatchObject({ 'process_exits_total solo,killed': 1 });
  });

  it('that is not there neither started nor ended', async () => {
    const { running, counted } = start('', { command: 'no-such-agent', restartOnFailure: true });
    expect(await running.ended).toMatchObject({ pid: undefined, error: { code: 'ENOENT' } });
    expect(counted()).toEqual({});
  });

  it('that was asked to end during a pause is not started again', async () => {
    const { running, counted } = start('process.exit(3)', {
      restartOnFailure: true,
      onRestart: () => setImmediate(() => running.signal('SIGTERM')),
      outside: { timers: { after: () => () => {} } },
    });
    expect(await running.ended).toMatchObject({ code: 3 });
    expect(counted()).toMatchObject({ 'process_starts_total solo,fresh': 1 });
  });
});
