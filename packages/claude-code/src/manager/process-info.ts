import type { ExitReason } from '@turnscope/core';
import type { AgentState, StartCause } from './agent-state.ts';
import type { LatestUsage } from './resources.ts';

/** What a manager knows of one of its processes, at one moment. */
export interface ProcessInfo extends LatestUsage {
  /** Its type and number: `tactical-2`. It stays the same over restarts. */
  readonly id: string;
  readonly processType: string;
  readonly state: AgentState;
  readonly pid: number | undefined;
  /** The conversation that it holds, once it has said so. */
  readonly conversationId: string | undefined;
  /** Since its conversation began or was last compacted, restarts in between or not. */
  readonly turns: number;
  readonly restarts: number;
  /** Exits that nobody asked for, and starts that came to nothing. */
  readonly failures: number;
  /** Of its latest start. */
  readonly startupSeconds: number | undefined;
  readonly lastExit: ExitReason | undefined;
}

/** What is counted of one process over all its restarts. MUTABLE. */
export class ProcessTally {
  restarts = 0;
  failures = 0;
  startupSeconds: number | undefined;
  lastExit: ExitReason | undefined;
}

/** Of a process that its user starts. One that was stopped is not restarted, whatever it had ended of before. */
export function causeOfStart({ state, lastExit, conversationId }: ProcessInfo): StartCause {
  if (state === 'failed') return lastExit ?? 'fresh';
  return conversationId === undefined ? 'fresh' : 'resume';
}
