import type { LiveSourceSink, PerformanceMonitor } from '@turnscope/core';

/** How many agents work, of all streams that one monitor observes. MUTABLE. */
export class WorkingStreams {
  static readonly #ofMonitor = new WeakMap<PerformanceMonitor, WorkingStreams>();
  readonly sink: LiveSourceSink;
  #count = 0;

  /** The one that all streams of the monitor share. Enables the source. */
  static of(monitor: PerformanceMonitor): WorkingStreams {
    const known = WorkingStreams.#ofMonitor.get(monitor);
    const streams = known ?? new WorkingStreams(monitor.enableSource('stream'));
    if (known === undefined) WorkingStreams.#ofMonitor.set(monitor, streams);
    return streams;
  }

  private constructor(sink: LiveSourceSink) {
    this.sink = sink;
  }

  /** One agent more works, or one less. An agent that waits for a prompt is rightly silent. */
  change(by: 1 | -1): void {
    this.#count += by;
    this.sink.agentsLive(this.#count);
  }
}
