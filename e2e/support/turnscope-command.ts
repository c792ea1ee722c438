import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from '@jest/globals';
import { workspace } from '../../scripts/run-command.ts';

/** The command as a process of its own, run from its source. */
export interface TurnscopeCommand {
  readonly out: () => string;
  readonly err: () => string;
  /** Waits for something in what was written to standard output. Rejects when the command ends first. */
  says(pattern: RegExp): Promise<RegExpExecArray>;
  /** The same for standard error. */
  saysError(pattern: RegExp): Promise<RegExpExecArray>;
  /** The URL of the metrics, as the command tells it. */
  metricsUrl(): Promise<string>;
  readonly pid: number | undefined;
  signal(signal: NodeJS.Signals): void;
  readonly ended: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
}

/** A machine of its own for each test: home, configuration, state, temporary folder. */
export interface Bench {
  readonly folder: () => string;
  /** Variables that keep a command away from the real home. */
  readonly environment: () => Readonly<Record<string, string>>;
  /** Starts the command. It is ended after the test. */
  readonly start: (...args: string[]) => TurnscopeCommand;
}

/** Leaves the port to the system. */
export const anyPort = ['--web.listen-address', '127.0.0.1:0'] as const;

/** The file that is the command. */
export const main = join(workspace, 'packages', 'cli', 'src', 'main.ts');

/** Call it at the top of a file or of a `describe`. */
export function useBench(): Bench {
  let folder = '';
  const children: ChildProcess[] = [];
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'turnscope-serve-'));
  });
  afterEach(async () => {
    for (const child of children.splice(0)) await kill(child);
    await rm(folder, { recursive: true });
  });
  const environment = () => ({
    HOME: folder,
    CLAUDE_CONFIG_DIR: join(folder, 'claude'),
    XDG_STATE_HOME: join(folder, 'state'),
    TMPDIR: folder,
  });
  return {
    folder: () => folder,
    environment,
    start(...args) {
      const child = spawn(process.execPath, ['--conditions=@turnscope/source', main, ...args], {
        cwd: folder,
        env: { ...process.env, ...environment() },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      children.push(child);
      return follow(child);
    },
  };
}

function follow(child: ChildProcess): TurnscopeCommand {
  const out = collect(child.stdout);
  const err = collect(child.stderr);
  const ended = new Promise<Awaited<TurnscopeCommand['ended']>>((done) => {
    child.on('close', (code, signal) => done({ code, signal }));
  });
  const appears = async (text: () => string, pattern: RegExp) => {
    let over = false;
    void ended.then(() => {
      over = true;
    });
    for (;;) {
      const match = pattern.exec(text());
      if (match) return match;
      if (over) throw new Error(`The command ended without saying ${pattern}:\n${out()}${err()}`);
      await new Promise((done) => setTimeout(done, 20));
    }
  };
  const says = (pattern: RegExp) => appears(out, pattern);
  return {
    out,
    err,
    says,
    saysError: (pattern) => appears(err, pattern),
    metricsUrl: async () => (await says(/Metrics {2}(http:\S+)\n/))[1] ?? '',
    pid: child.pid,
    signal: (signal) => void child.kill(signal),
    ended,
  };
}

function collect(stream: ChildProcess['stdout']): () => string {
  let text = '';
  stream?.setEncoding('utf8').on('data', (piece: string) => {
    text += piece;
  });
  return () => text;
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = new Promise((done) => child.on('close', done));
  child.kill('SIGKILL');
  await closed;
}
