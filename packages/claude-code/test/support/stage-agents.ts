import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect } from '@jest/globals';
import { PerformanceMonitor } from '@turnscope/core';
import { ClaudeCodeManager, type ManagerOptions } from '../../src/index.ts';
import { agentEnvironment } from './agent-environment.ts';
import { isAlive, processesOf } from './living-processes.ts';
import { Diary, type DiaryEntry } from './stand-in/diary.ts';

/** The program that stands in for `claude`. */
export const standIn = join(import.meta.dirname, 'stand-in', 'main.ts');

/** Agents in a folder of their own, ended after each test, which fails when one of their processes is left. */
export interface AgentStage {
  /** Of stand-ins that restart at once; not started yet. `startup`: what each does first. */
  readonly manager: (options?: ManagerOptions, startup?: string) => ClaudeCodeManager;
  readonly folder: () => string;
  /** What all stand-ins of the test wrote down. */
  readonly diary: () => readonly DiaryEntry[];
  /** Ids of processes that still live. */
  readonly left: () => readonly number[];
}

/** Call it at the top of a file or of a `describe`. */
export function useAgents(): AgentStage {
  let folder = '';
  const managers: ClaudeCodeManager[] = [];
  const diary = () => new Diary(folder).read();
  const left = () => processesOf(diary()).filter((pid) => isAlive(pid, folder));
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'turnscope-agents-'));
  });
  afterEach(async () => {
    await Promise.all(managers.splice(0).map((manager) => manager.shutdown(200)));
    const remaining = left();
    for (const pid of remaining) process.kill(pid, 'SIGKILL');
    await rm(folder, { recursive: true });
    expect(remaining).toEqual([]);
  });
  return {
    folder: () => folder,
    diary,
    left,
    manager(options = {}, startup = '') {
      const manager = new ClaudeCodeManager({
        monitor: new PerformanceMonitor({ sources: [], processTypes: [], zeroHoldSeconds: 0 }),
        command: process.execPath,
        args: [standIn],
        environment: agentEnvironment(folder, startup),
        backOff: { firstDelayMs: 1 },
        graceMs: 300,
        healthIntervalMs: 0,
        ...options,
      });
      managers.push(manager);
      return manager;
    },
  };
}
