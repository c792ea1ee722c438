import type { ExitReason } from '@turnscope/core';

/** How a process ended. */
export interface ProcessExit {
  /** Undefined when the process never came to be: see `error`. */
  readonly pid: number | undefined;
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly reason: ExitReason;
  /** Why it could not be started. */
  readonly error?: Error | undefined;
  /** The last of what it wrote to standard error; at most 4,096 characters. */
  readonly complaint: string;
}

/** Why a supervisor ended a process. */
export type EndReason = 'hang' | 'unhealthy' | 'shutdown';

/** A process that was told to end has no reason of its own; of others code and signal are told apart. */
export function reasonOf(
  { code, signal }: Pick<ProcessExit, 'code' | 'signal'>,
  ended: EndReason | undefined,
): ExitReason {
  if (ended === 'hang' || ended === 'unhealthy') return ended;
  if (ended === 'shutdown') return signal === 'SIGKILL' ? 'killed' : 'clean';
  if (signal !== null) return 'killed';
  return code === 0 ? 'clean' : 'crash';
}

/** It was there, and did not get ready or ended by itself. */
export function gaveOut({ pid, reason }: ProcessExit, wasReady: boolean): boolean {
  return pid !== undefined && (!wasReady || reason === 'crash' || reason === 'clean');
}

/** `ended with exit code 3`, for a sentence that begins with the process. */
export function exitWords({ code, signal, error }: ProcessExit): string {
  if (error) return `could not be started (${error.message})`;
  return signal === null ? `ended with exit code ${code}` : `was ended by ${signal}`;
}
