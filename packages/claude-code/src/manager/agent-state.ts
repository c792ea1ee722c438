import type { ExitReason } from '@turnscope/core';

/** What a process of the manager is doing. `failed`: it was given up; `stopped`: it was told to end. */
export type AgentState = 'stopped' | 'starting' | 'ready' | 'busy' | 'unhealthy' | 'failed';

/** Why a process is started: its user wants it, without or with a conversation, or it ended so. */
export type StartCause = 'fresh' | 'resume' | ExitReason;

/** A supervisor does it by itself, or is asked to try once more. */
export function isRestart(cause: StartCause): cause is ExitReason {
  return cause !== 'fresh' && cause !== 'resume';
}

/** It works, or waits for work. */
export function isHealthy(state: AgentState): boolean {
  return state === 'ready' || state === 'busy';
}
