import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { agentEnvironment } from '../support/agent-environment.ts';
import { processesOf } from '../support/living-processes.ts';
import { standIn, useAgents } from '../support/stage-agents.ts';
import { until } from '../support/until.ts';

const stage = useAgents();
const program = join(import.meta.dirname, '..', 'support', 'programs', 'manager-that-ends.ts');

interface Ending {
  readonly ending: string;
  readonly signal?: NodeJS.Signals;
  readonly code: number | null;
  readonly endedBy: NodeJS.Signals | null;
}

const endings: readonly Ending[] = [
  { ending: 'SIGTERM', signal: 'SIGTERM', code: null, endedBy: 'SIGTERM' },
  { ending: 'SIGINT', signal: 'SIGINT', code: null, endedBy: 'SIGINT' },
  { ending: 'SIGHUP', signal: 'SIGHUP', code: null, endedBy: 'SIGHUP' },
  { ending: 'exception', code: 1, endedBy: null },
  { ending: 'rejection', code: 1, endedBy: null },
  { ending: 'exit', code: 3, endedBy: null },
  { ending: 'handler', signal: 'SIGTERM', code: 0, endedBy: null },
];

describe('no agent, nor what it started, is left of a program that ends by', () => {
  it.each(endings)('$ending', async ({ ending, signal, code, endedBy }) => {
    const args = ['--conditions=@turnscope/source', program, ending, standIn];
    const env = { ...process.env, ...agentEnvironment(stage.folder()) };
    const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'ignore'] });
    const ended = new Promise((done) => child.on('exit', (...how) => done(how)));
    await new Promise((done) => child.stdout.once('data', done));
    expect(processesOf(stage.diary())).toHaveLength(3);
    if (signal) child.kill(signal);
    expect(await ended).toEqual([code, endedBy]);
    await until(() => stage.left().length === 0, 'no agent lives');
  });
});
