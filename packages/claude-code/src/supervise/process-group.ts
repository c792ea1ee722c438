import { readdirSync, readFileSync } from 'node:fs';

/** In the environment of a process and so of all that it starts, wherever they go. */
export const markName = 'TURNSCOPE_AGENT';

/** A started process that leads a group of its own. */
export interface GroupLeader {
  readonly pid: number;
  /** The value of `markName` in its environment. */
  readonly mark: string;
}

/** Signals the leader and every process in its group. What is gone needs no signal. */
export function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal);
  } catch {
    // Nobody is left in it.
  }
}

/**
 * Ends at once whatever the leader started: the rest of its group and, on Linux, what left the group, which
 * the mark in its environment betrays. Elsewhere a process that left the group is not found.
 */
export function killStrays({ pid, mark }: GroupLeader): void {
  signalGroup(pid, 'SIGKILL');
  if (process.platform !== 'linux') return;
  for (const stray of markedProcesses(mark)) kill(stray);
}

function markedProcesses(mark: string): readonly number[] {
  const setting = `${markName}=${mark}\0`;
  const ids = readdirSync('/proc').map(Number).filter(Number.isInteger);
  return ids.filter((pid) => pid !== process.pid && environmentOf(pid).includes(setting));
}

/** Empty for a process of another user, and for one that has ended. */
function environmentOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'latin1');
  } catch {
    return '';
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself.
  }
}
