import { exitWords, type ProcessExit } from '../supervise/process-exit.ts';
import { ManagerError } from './manager-error.ts';

export function notRunning(): ManagerError {
  return new ManagerError('not-running', 'The manager does not run; start() starts it.');
}

export function stillStopping(): ManagerError {
  const text = 'The manager still shuts down; start it when shutdown() has resolved.';
  return new ManagerError('not-running', text);
}

export function queueFull(waiting: number): ManagerError {
  const text = `${waiting} messages wait already, as many as queueLimit lets.`;
  return new ManagerError('queue-full', text);
}

/** The caller's signal said so. */
export function givenUp(cause: unknown): ManagerError {
  return new ManagerError('aborted', 'The caller gave the message up.', { cause });
}

export function processDied(id: string, exit: ProcessExit): ManagerError {
  const { complaint } = exit;
  const text = `${id} ${exitWords(exit)} before it had answered; the message may have been worked on.`;
  return new ManagerError('process-died', text, { process: id, complaint });
}

/** Why a start came to nothing; the beginning of a sentence. */
export function startFailure(id: string, exit: ProcessExit): string {
  const { error, complaint } = exit;
  const words = `${id} ${exitWords(exit)}`;
  if (error) return isMissing(error) ? `${words}; ${missing}` : words;
  return `${words} before it was ready${complaint === '' ? '' : `: ${complaint}`}`;
}

/** The system blames the command for its folder, too. */
const missing = 'the command must be on the PATH, and the folder to start it in must exist';

function isMissing(error: Error): boolean {
  return 'code' in error && error.code === 'ENOENT';
}
