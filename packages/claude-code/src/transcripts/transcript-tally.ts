import type { AgentEvent, SourceSink } from '@turnscope/core';
import type { ParseProblem } from './parse/parse-line.ts';

/** How much was read and what came of it. */
export interface SourceCounts {
  readonly bytes: number;
  readonly lines: number;
  readonly events: number;
  readonly parseErrors: number;
}

/** Hands events and parse errors to the sink and counts them. MUTABLE: the counts. */
export class TranscriptTally {
  readonly #sink: SourceSink;
  #counts = { bytes: 0, lines: 0, events: 0, parseErrors: 0 };

  constructor(sink: SourceSink) {
    this.#sink = sink;
  }

  /** Totals so far: a copy. */
  get counts(): SourceCounts {
    return { ...this.#counts };
  }

  since(before: SourceCounts): SourceCounts {
    return {
      bytes: this.#counts.bytes - before.bytes,
      lines: this.#counts.lines - before.lines,
      events: this.#counts.events - before.events,
      parseErrors: this.#counts.parseErrors - before.parseErrors,
    };
  }

  readonly record = (event: AgentEvent): void => {
    this.#counts.events += 1;
    this.#sink.record(event);
  };

  problem(reason: ParseProblem): void {
    this.#counts.parseErrors += 1;
    this.#sink.parseError(reason);
  }

  line(): void {
    this.#counts.lines += 1;
  }

  read(bytes: number): void {
    this.#counts.bytes += bytes;
  }
}
