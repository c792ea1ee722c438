import type { AgentEvent, SourceSink } from '@turnscope/core';
import type { AskedPeriod, Period } from './period.ts';

/** Beyond this the log would not fit into the memory that Node takes by itself. */
const mostEvents = 4_000_000;
const minuteMs = 60_000;

/**
 * Keeps the events of a period in the order in which they came, and remembers when the latest one of all
 * times happened. MUTABLE and bounded: an event is one small object of numbers and shared strings, and
 * those of other times are not kept.
 */
export class EventLog {
  readonly #asked: AskedPeriod;
  readonly #limit: number;
  readonly #events: AgentEvent[] = [];
  #firstAt: number | undefined;
  #lastAt: number | undefined;
  #isFull = false;

  constructor(asked: AskedPeriod, limit: number = mostEvents) {
    this.#asked = asked;
    this.#limit = limit;
  }

  readonly sink: SourceSink = {
    record: (event) => this.#add(event),
    // What was not understood is in no report; `serve` counts it.
    parseError: () => {},
  };

  get limit(): number {
    return this.#limit;
  }

  /** There were more events than it holds. */
  get isFull(): boolean {
    return this.#isFull;
  }

  /** When the latest event up to the period's end happened, within the period or before. */
  get lastAt(): number | undefined {
    return this.#lastAt;
  }

  get size(): number {
    return this.#events.length;
  }

  /** The period, which begins a minute before its first event where nothing else was asked for. */
  get period(): Period {
    const { from, to } = this.#asked;
    return { from: from ?? Math.max(0, (this.#firstAt ?? to) - minuteMs), to };
  }

  /** In the order in which somebody who looked on would have known them. */
  inOrder(): readonly AgentEvent[] {
    return this.#events.sort((a, b) => knownTime(a) - knownTime(b));
  }

  /** What bears no time at all belongs to no period. */
  #add(event: AgentEvent): void {
    const { at } = event;
    const { from = 0, to } = this.#asked;
    if (at === undefined || at > to) return;
    if (this.#lastAt === undefined || at > this.#lastAt) this.#lastAt = at;
    if (at < from) return;
    if (this.#firstAt === undefined || at < this.#firstAt) this.#firstAt = at;
    if (this.#events.length < this.#limit) this.#events.push(event);
    else this.#isFull = true;
  }
}

/** When the event could first be known, in epoch milliseconds. */
export function knownTime({ at = 0, knownAt = at }: AgentEvent): number {
  return knownAt;
}
