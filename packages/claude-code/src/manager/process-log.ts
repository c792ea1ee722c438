import type {
  Clock,
  ExitReason,
  LiveSourceSink,
  Outcome,
  PerformanceMonitor,
} from '@turnscope/core';
import { type AgentState, isRestart, type StartCause } from './agent-state.ts';
import { ProcessCounts } from './process-counts.ts';

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
