import type { ChildProcess } from 'node:child_process';
import type { ExitReason } from '@turnscope/core';
import { type ProcessExit, reasonOf } from '../supervise/process-exit.ts';
import { spawnOrTell } from '../supervise/spawn-or-tell.ts';
import { systemTimers } from '../supervise/timers.ts';
import { whenDrained } from '../supervise/when-drained.ts';
import type { RunOptions } from './run-options.ts';
import type { StreamTap } from './stream-tap.ts';

/** One run of a command whose input, errors and signals are those of this program. */
export interface CommandChild {
  readonly pid: number | undefined;
  signal(signal: NodeJS.Signals): void;
  /** Where it has ended, waits for no reader any more to take the rest of what it wrote. */
  leaveOff(): void;
  /** At once, with its group. */
  kill(): void;
  /**
   * When it has ended and all that it wrote was passed on; what it left behind may live on. `wasAsked` is
   * asked at its end.
   */
  readonly ended: Promise<ProcessExit>;
}

export function startCommand(
  options: RunOptions,
  tap: StreamTap,
  wasAsked: () => boolean,
): CommandChild {
  const { command, args, output, hasTerminal = false, environment } = options;
  const isLeader = !hasTerminal && process.platform !== 'win32';
  const child = spawnOrTell(command, args, {
    env: environment,
    detached: isLeader,
    stdio: ['inherit', output === undefined ? 'inherit' : 'pipe', 'inherit'],
  });
  const giveUp = passOn(child, output, tap);
  const ended = new Promise<ProcessExit>((done) => {
    let reason: ExitReason = 'crash';
    const finish = (code: number | null, signal: NodeJS.Signals | null, error?: Error) => {
      done({ pid: child.pid, code, signal, reason, error, complaint: '' });
    };
    child.on('error', (error) => child.pid === undefined && finish(null, null, error));
    child.on('exit', (code, signal) => {
      reason = reasonOf({ code, signal }, wasAsked() ? 'shutdown' : undefined);
    });
    child.on('close', finish);
  });
  return {
    pid: child.pid,
    signal: (signal) => send(child, isLeader, signal),
    leaveOff: () => hasEnded(child) && giveUp(),
    kill: () => send(child, isLeader, 'SIGKILL'),
    ended,
  };
}

/**
 * Waits for the reader as the command itself would, and tells it when there is none any more. The answer ends
 * that.
 */
function passOn(child: ChildProcess, output: RunOptions['output'], tap: StreamTap): () => void {
  const { stdout } = child;
  if (output === undefined || !stdout) return () => {};
  stdout.on('data', (chunk: Buffer) => tap.push(chunk));
  stdout.pipe(output, { end: false });
  const giveUp = () => {
    // What is destroyed without an end takes its listeners along only so.
    stdout.unpipe(output).destroy();
  };
  output.on('error', giveUp);
  child.on('exit', () => {
    child.on('close', whenDrained(stdout, systemTimers, giveUp));
  });
  child.on('close', () => output.off('error', giveUp));
  return giveUp;
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

function send(child: ChildProcess, isLeader: boolean, signal: NodeJS.Signals): void {
  if (child.pid === undefined || hasEnded(child)) return;
  try {
    process.kill(isLeader ? -child.pid : child.pid, signal);
  } catch {
    // It has just ended.
  }
}
