import type { AgentEvent } from './events/event.ts';

/** Where a source delivers. Owned by the monitor; never throws into the source. */
export interface SourceSink {
  /** Records one event and counts it for the source. A wrong event is refused and counted. */
  record(event: AgentEvent): void;
  /** Counts something the source could not understand. `reason` is one of a few words, never content. */
  parseError(reason: string): void;
}

/** The same for a source that knows which agents live. */
export interface LiveSourceSink extends SourceSink {
  /**
   * How many agents live right now; a whole number of at least 0. While some do and the source says
   * nothing, its silence is shown, and an alert watches it.
   */
  agentsLive(count: number): void;
}
