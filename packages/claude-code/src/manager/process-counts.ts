import type { LiveSourceSink, PerformanceMonitor } from '@turnscope/core';
import type { AgentState } from './agent-state.ts';

/** How many processes are in which state, of all managers of one monitor. MUTABLE. */
export class ProcessCounts {
  static readonly #ofMonitor = new WeakMap<PerformanceMonitor, ProcessCounts>();
  readonly sink: LiveSourceSink;
  readonly #counts = new Map<string, number>();

  /** The one that all managers of the monitor share. Enables the source. */
  static of(monitor: PerformanceMonitor): ProcessCounts {
    const known = ProcessCounts.#ofMonitor.get(monitor);
    const counts = known ?? new ProcessCounts(monitor.enableSource('processes'));
    if (known === undefined) ProcessCounts.#ofMonitor.set(monitor, counts);
    return counts;
  }

  private constructor(sink: LiveSourceSink) {
    this.sink = sink;
  }

  /** One process more is in this state, or one less. */
  change(processType: string, state: AgentState, by: 1 | -1): void {
    if (state === 'stopped' || state === 'failed') return;
    const key = `${state} ${processType}`;
    const count = (this.#counts.get(key) ?? 0) + by;
    this.#counts.set(key, count);
    this.sink.processesIn(processType, state, count);
  }
}
