import type {
  Clock,
  ExitReason,
  LiveSourceSink,
  Outcome,
  PerformanceMonitor,
} from '@turnscope/core';
import { ProcessCounts } from './process-counts.ts';

/** What a process of the manager is doing. `failed`: it was given up; `stopped`: it was told to end. */
export type AgentState = 'stopped' | 'starting' | 'ready' | 'busy' | 'unhealthy' | 'failed';

/** Why a process is started: its user wants it, without or with a conversation, or it ended so. */
export type StartCause = 'fresh' | 'resume' | ExitReason;

/** A supervisor does it by itself, or is asked to try once more. */
export function isRestart(cause: StartCause): cause is ExitReason {
  return cause !== 'fresh' && cause !== 'resume';
}

/** Tells the monitor what happens to processes. */
export class ProcessLog {
  readonly #sink: LiveSourceSink;
  readonly #clock: Clock;
  readonly #counts: ProcessCounts;

  constructor(monitor: PerformanceMonitor, clock: Clock) {
    this.#counts = ProcessCounts.of(monitor);
    this.#sink = this.#counts.sink;
    this.#clock = clock;
  }

  started(processType: string, cause: StartCause, startupSeconds: number | undefined): void {
    const kind = isRestart(cause) ? 'restart' : cause;
    const at = this.#clock.now();
    this.#sink.record({ type: 'process-start', at, processType, kind, startupSeconds });
  }

  exited(processType: string, reason: ExitReason): void {
    const at = this.#clock.now();
    this.#sink.record({ type: 'process-exit', at, processType, reason });
  }

  restarted(processType: string, reason: ExitReason, outcome: Outcome): void {
    const at = this.#clock.now();
    this.#sink.record({ type: 'restart', at, processType, reason, outcome });
  }

  moved(processType: string, from: AgentState, to: AgentState): void {
    this.#counts.change(processType, from, -1);
    this.#counts.change(processType, to, 1);
  }
}
