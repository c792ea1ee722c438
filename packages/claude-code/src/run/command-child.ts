import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { type ProcessExit, reasonOf } from '../supervise/process-exit.ts';
import { systemTimers } from '../supervise/timers.ts';
import type { RunOptions } from './run-options.ts';
import type { StreamTap } from './stream-tap.ts';

/** One run of a command whose input, errors and signals are those of this program. */
export interface CommandChild {
  readonly pid: number | undefined;
  signal(signal: NodeJS.Signals): void;
  /** At once, with its group. */
  kill(): void;
  /**
   * When it has ended and all that it wrote was passed on; what it left behind may live on. `wasAsked` is
   * asked then.
   */
  readonly ended: Promise<ProcessExit>;
}

/** A process may leave its output open to one that lives on, so the end of the output is not waited for any longer. */
const drainMs = 500;

export function startCommand(
  options: RunOptions,
  tap: StreamTap,
  wasAsked: () => boolean,
): CommandChild {
  const { output, hasTerminal = false } = options;
  const isLeader = !hasTerminal && process.platform !== 'win32';
  const child = spawnOf(options, isLeader);
  if (child instanceof Error) return notStarted(child);
  passOn(child, output, tap);
  const ended = new Promise<ProcessExit>((done) => {
    const finish = (code: number | null, signal: NodeJS.Signals | null, error?: Error) => {
      const reason = error
        ? 'crash'
        : reasonOf({ code, signal }, wasAsked() ? 'shutdown' : undefined);
      done({ pid: child.pid, code, signal, reason, error, complaint: '' });
    };
    child.on('error', (error) => child.pid === undefined && finish(null, null, error));
    child.on('close', finish);
  });
  return {
    pid: child.pid,
    signal: (signal) => send(child, isLeader, signal),
    kill: () => send(child, isLeader, 'SIGKILL'),
    ended,
  };
}

/** Of most reasons why a command cannot be started a child tells later; the others are thrown. */
function spawnOf(
  { command, args, output, environment }: RunOptions,
  isLeader: boolean,
): ChildProcess | Error {
  try {
    return spawn(command, args, {
      env: environment,
      detached: isLeader,
      stdio: ['inherit', output === undefined ? 'inherit' : 'pipe', 'inherit'],
    });
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function notStarted(error: Error): CommandChild {
  const exit = { pid: undefined, code: null, signal: null, error, complaint: '' } as const;
  const ended = Promise.resolve({ ...exit, reason: 'crash' } as const);
  return { pid: undefined, signal: () => {}, kill: () => {}, ended };
}

/** Waits for the reader as the command itself would, and tells it when there is none any more. */
function passOn(child: ChildProcess, output: RunOptions['output'], tap: StreamTap): void {
  const { stdout } = child;
  if (output === undefined || stdout === null) return;
  stdout.on('data', (chunk: Buffer) => tap.push(chunk));
  stdout.pipe(output, { end: false });
  const giveUp = () => stdout.destroy();
  output.on('error', giveUp);
  child.on('exit', () => closeWhenDrained(child, stdout));
  child.on('close', () => output.off('error', giveUp));
}

/** All that the command wrote has been read when there is nothing to read, though no slow reader holds it up. */
function closeWhenDrained(child: ChildProcess, stdout: Readable): void {
  let isDry = false;
  let cancel = () => {};
  const wait = () => {
    cancel = systemTimers.after(drainMs, look);
  };
  const look = () => {
    isDry = !stdout.isPaused();
    // What can be read is read until then.
    const immediate = setImmediate(() => (isDry ? stdout.destroy() : wait()));
    cancel = () => clearImmediate(immediate);
  };
  stdout.on('data', () => {
    isDry = false;
  });
  child.on('close', () => cancel());
  wait();
}

function send(child: ChildProcess, isLeader: boolean, signal: NodeJS.Signals): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    process.kill(isLeader ? -child.pid : child.pid, signal);
  } catch {
    // It has just ended.
  }
}
