import { type Clock, type Outcome, type PerformanceMonitor, systemClock } from '@turnscope/core';
import type { StreamContent } from '../parse/stream-message.ts';
import type { DecodingProblem } from '../read/message-decoder.ts';
import type { StreamOptions } from '../translate/stream-options.ts';
import { StreamTranslator } from '../translate/stream-translator.ts';
import { WorkingStreams } from './working-streams.ts';

/** How a stream is observed. */
export interface ObserveOptions extends StreamOptions {
  /** Tells when a message arrives. Default the system's. */
  readonly clock?: Clock | undefined;
}

/**
 * Records one stream of messages with a monitor. MUTABLE, see `StreamTranslator`. Never throws: whatever
 * goes wrong here, a monitor that is `strict` and a message that throws when it is read included, is
 * counted as the parse error `defect`. Transcripts of the same agents, read into the same monitor, would
 * count everything twice.
 */
export class StreamObserver {
  readonly #streams: WorkingStreams;
  readonly #clock: Clock;
  readonly #translator: StreamTranslator;
  #works = false;

  constructor(monitor: PerformanceMonitor, options: ObserveOptions = {}) {
    this.#streams = WorkingStreams.of(monitor);
    this.#clock = options.clock ?? systemClock;
    this.#translator = new StreamTranslator(this.#streams.sink, options);
  }

  /** Of the latest message that named a session. */
  get conversationId(): string {
    return this.#translator.conversationId;
  }

  /** The stream's next message has arrived. Answers what it says; undefined when it cannot be understood. */
  message(value: unknown): StreamContent | undefined {
    return this.#attempt((at) => this.#translator.translate(value, at));
  }

  /** Something in the stream was no message. */
  problem(reason: DecodingProblem): void {
    this.#attempt(() => this.#streams.sink.parseError(reason));
  }

  /** A prompt was sent to the agent; see `StreamTranslator`. */
  prompt(): void {
    this.#attempt((at) => this.#translator.prompt(at));
  }

  /** No message will come any more; see `StreamTranslator`. */
  end(outcome?: Outcome): void {
    this.#attempt((at) => this.#translator.end(at, outcome));
  }

  #attempt<Result>(action: (at: number) => Result): Result | undefined {
    try {
      const result = action(this.#clock.now());
      this.#showWork();
      return result;
    } catch {
      this.#streams.sink.parseError('defect');
      return undefined;
    }
  }

  #showWork(): void {
    const works = this.#translator.isWorking;
    if (works === this.#works) return;
    this.#works = works;
    this.#streams.change(works ? 1 : -1);
  }
}
