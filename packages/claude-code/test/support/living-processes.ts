import { existsSync, readFileSync } from 'node:fs';
import type { DiaryEntry } from './stand-in/diary.ts';

/** Ids of agents and of what they started. */
export function processesOf(entries: readonly DiaryEntry[]): readonly number[] {
  const agents = entries.filter(({ what }) => what === 'start').map(({ pid }) => pid);
  const children = entries
    .filter(({ what }) => what === 'child')
    .map(({ detail }) => Number(detail));
  return [...new Set([...agents, ...children])];
}

/** A process that has ended and that nobody has asked for its exit code does not live. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const status = `/proc/${pid}/stat`;
  return !existsSync(status) || !/^\d+ \(.*\) Z /.test(readFileSync(status, 'utf8'));
}
