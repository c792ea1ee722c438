import { readFileSync } from 'node:fs';
import type { DiaryEntry } from './stand-in/diary.ts';

/** Ids of agents and of what they started. */
export function processesOf(entries: readonly DiaryEntry[]): readonly number[] {
  const agents = entries.filter(({ what }) => what === 'start').map(({ pid }) => pid);
  const children = entries
    .filter(({ what }) => what === 'child')
    .map(({ detail }) => Number(detail));
  return [...new Set([...agents, ...children])];
}

/**
 * Whether a process of the stand-ins of a folder lives. Its id alone says nothing when other processes have
 * been given it since; one that has ended and that nobody has asked for its exit code does not live.
 */
export function isAlive(pid: number, folder: string): boolean {
  if (process.platform !== 'linux') return isThere(pid);
  try {
    const environment = readFileSync(`/proc/${pid}/environ`, 'latin1');
    return environment.split('\0').includes(`STAND_IN_FOLDER=${folder}`);
  } catch {
    return false;
  }
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
