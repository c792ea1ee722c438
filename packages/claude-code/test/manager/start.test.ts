import { describe, expect, it } from '@jest/globals';
import { ClaudeCodeManager, ManagerError } from '../../src/index.ts';
import { countedSeries } from '../support/counted-series.ts';
import { useAgents } from '../support/stage-agents.ts';
import { until } from '../support/until.ts';

const stage = useAgents();

describe('a manager that starts', () => {
  it('has one strategic and four tactical processes ready', async () => {
    const agents = stage.manager();
    expect(await agents.start()).toBe(true);
    const ids = agents.processes().map(({ id, state }) => `${id} ${state}`);
    const tactical = [1, 2, 3, 4].map((number) => `tactical-${number} ready`);
    expect(ids).toEqual(['strategic-1 ready', ...tactical]);
    const series = countedSeries(agents.monitor);
    expect(series).toEqual({
      'process_starts_total strategic,fresh': 1,
      'process_starts_total tactical,fresh': 4,
      'process_startup_duration_seconds strategic': 1,
      'process_startup_duration_seconds tactical': 4,
      'processes strategic,ready': 1,
      'processes tactical,ready': 4,
    });
    await agents.shutdown();
    const { processes, ...rest } = stateOf(countedSeries(agents.monitor));
    expect(processes).toEqual({});
    expect(rest.exits).toEqual({
      'process_exits_total strategic,clean': 1,
      'process_exits_total tactical,clean': 4,
    });
  });

  it('gives the command its own arguments, then the model, then those of the process type', async () => {
    const agents = stage.manager({
      processes: { solo: { model: 'claude-haiku-5', args: ['--include-partial-messages'] } },
    });
    await agents.start();
    const [start] = stage.diary();
    expect(start?.detail).toBe('--model claude-haiku-5 --include-partial-messages');
  });

  it('does not wait longer than the startup timeout, and says that none could be started', async () => {
    const agents = stage.manager(
      { processes: { solo: 1 }, startupTimeoutMs: 400 },
      'ignore-term; hang',
    );
    await expect(agents.start()).rejects.toMatchObject({
      reason: 'start-failed',
      message: expect.stringMatching(
        /^No process could be started: solo-1 was ended by SIG\w+ before it was ready/,
      ),
    });
    expect(countedSeries(agents.monitor)).toMatchObject({ 'process_exits_total solo,hang': 1 });
    expect(agents.isRunning).toBe(false);
  });

  it('tells what the process complained of', async () => {
    const agents = stage.manager({ processes: { solo: 1 } }, 'complain; crash 9');
    await expect(agents.start()).rejects.toThrow(
      'No process could be started: solo-1 ended with exit code 9 before it was ready: something is wrong here.',
    );
  });

  it('tells why the agent would not get ready, in its words', async () => {
    const refusal = { type: 'control_response', response: { subtype: 'error', error: 'too old' } };
    const agents = stage.manager({
      processes: { solo: 1 },
      command: '/bin/sh',
      args: ['-c', `read line; echo '${JSON.stringify(refusal)}'; sleep 60`],
    });
    await expect(agents.start()).rejects.toThrow(/before it was ready: too old\.$/);
  });

  it('names the command that is not there, and counts no process', async () => {
    const agents = stage.manager({ command: 'no-such-agent', processes: { solo: 2 } });
    await expect(agents.start()).rejects.toThrow(
      'No process could be started: solo-1 could not be started (spawn no-such-agent ENOENT); the command must be on the PATH, and the folder to start it in must exist.',
    );
    expect(countedSeries(agents.monitor)).toEqual({});
  });

  it('goes on with those that got ready, and tries the others again', async () => {
    const agents = stage.manager({ processes: { solo: 2 } }, 'once crash 2');
    expect(await agents.start()).toBe(false);
    await until(() => agents.processes().every(({ state }) => state === 'ready'), 'all are ready');
    expect(countedSeries(agents.monitor)).toMatchObject({
      'process_starts_total solo,fresh': 2,
      'process_exits_total solo,crash': 1,
      'restarts_total solo,crash,success': 1,
      'processes solo,ready': 2,
    });
  });

  it('starts once', async () => {
    const agents = stage.manager({ processes: { solo: 1 } });
    await agents.start();
    await expect(agents.start()).rejects.toMatchObject({ reason: 'not-running' });
  });

  it('starts again after it was shut down', async () => {
    const agents = stage.manager({ processes: { solo: 1 } });
    await agents.start();
    await agents.shutdown();
    await expect(agents.send('#1')).rejects.toBeInstanceOf(ManagerError);
    expect(await agents.start()).toBe(true);
    expect((await agents.send('#2')).text).toBe('answer to 2');
  });
});

describe('a manager is not made with', () => {
  it.each([
    [{ processes: { solo: -1 } }, /processes\.solo\.count/],
    [{ processes: { solo: { turnLimit: 0 } } }, /processes\.solo\.turnLimit/],
    [{ queueLimit: -1 }, /queueLimit/],
    [{ timeoutMs: 0 }, /timeoutMs/],
    [{ timeoutMs: 2 ** 31 }, /timeoutMs/],
    [{ startupTimeoutMs: 1.5 }, /startupTimeoutMs/],
    [{ restarts: { restarts: -1 } }, /restarts/],
    [{ backOff: { firstDelayMs: -1 } }, /firstDelayMs/],
  ])('%j', (options, words) => {
    expect(() => new ClaudeCodeManager(options)).toThrow(words);
  });
});

function stateOf(series: Readonly<Record<string, number>>) {
  const of = (name: string) =>
    Object.fromEntries(Object.entries(series).filter(([key]) => key.startsWith(name)));
  return { processes: of('processes '), exits: of('process_exits') };
}
