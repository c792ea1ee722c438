import type { Clock, ExitReason, LiveSourceSink, Outcome } from '@turnscope/core';

/** What a process of the manager is doing. `failed`: it was given up; `stopped`: it was told to end. */
export type AgentState = 'stopped' | 'starting' | 'ready' | 'busy' | 'unhealthy' | 'failed';

/** Why a process is started: its user wants it, without or with a conversation, or it ended so. */
export type StartCause = 'fresh' | 'resume' | ExitReason;

/** A supervisor does it by itself, or is asked to try once more. */
export function isRestart(cause: StartCause): cause is ExitReason {
  return cause !== 'fresh' && cause !== 'resume';
}

/** Tells the monitor what happens to processes. MUTABLE: counts them by type and state. */
export class ProcessLog {
  readonly #sink: LiveSourceSink;
  readonly #clock: Clock;
  readonly #counts = new Map<string, number>();

  constructor(sink: LiveSourceSink, clock: Clock) {
    this.#sink = sink;
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
    this.#add(processType, from, -1);
    this.#add(processType, to, 1);
  }

  #add(processType: string, state: AgentState, change: number): void {
    if (state === 'stopped' || state === 'failed') return;
    const key = `${state} ${processType}`;
    const count = (this.#counts.get(key) ?? 0) + change;
    this.#counts.set(key, count);
    this.#sink.processesIn(processType, state, count);
  }
}
