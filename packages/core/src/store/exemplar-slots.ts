import type { Exemplar } from './metric-family.ts';

/** What an event says of itself that leads to it. */
export interface Traceable {
  readonly conversationId?: string | undefined;
  readonly traceId?: string | undefined;
}

/** Characters that the names and values of an exemplar may have together, by OpenMetrics. */
const longest = 128;

/**
 * The latest observation of each bucket of one histogram. MUTABLE. Keeps the ids, which are the
 * caller's strings, and copies nothing.
 */
export class ExemplarSlots {
  readonly #conversations: (string | undefined)[];
  readonly #traces: (string | undefined)[];
  /** For each bucket its value and its time, which is below that of every event where there is none. */
  readonly #numbers: Float64Array;

  constructor(buckets: number) {
    this.#conversations = Array.from({ length: buckets });
    this.#traces = Array.from({ length: buckets });
    this.#numbers = new Float64Array(2 * buckets).fill(Number.NEGATIVE_INFINITY);
  }

  /**
   * Remembers an observation unless a later one is there. `numbers`: its value and its time, which would
   * be copied to the heap by themselves.
   */
  take(bucket: number, event: Traceable, numbers: Float64Array): void {
    const at = 2 * bucket + 1;
    const time = numbers[1] as number;
    if (time < (this.#numbers[at] as number)) return;
    this.#conversations[bucket] = idOf(event.conversationId);
    this.#traces[bucket] = idOf(event.traceId);
    this.#numbers[at - 1] = numbers[0] as number;
    this.#numbers[at] = time;
  }

  /** When the observation of a bucket was made: -Infinity where there is none. */
  time(bucket: number): number {
    return this.#numbers[2 * bucket + 1] ?? Number.NEGATIVE_INFINITY;
  }

  /** Nothing where nothing was observed, or no id fits. */
  exemplar(bucket: number): Exemplar | undefined {
    const labels = labelsOf(this.#conversations[bucket], this.#traces[bucket]);
    if (labels.length === 0) return undefined;
    return { labels, value: this.#numbers[2 * bucket] ?? 0, at: this.time(bucket) };
  }
}

/**
 * An id that can be shown. An event of a process has none, so what it calls so was never checked; and a
 * character takes at most two units of a string.
 */
function idOf(id: unknown): string | undefined {
  return typeof id === 'string' && id.length <= 2 * longest ? id : undefined;
}

/** A trace leads further than a conversation, so it stays where there is room for one of them only. */
function labelsOf(conversationId: string | undefined, traceId: string | undefined) {
  const labels: [name: string, value: string][] = [];
  let left = longest;
  const add = (name: string, value: string | undefined) => {
    if (value === undefined) return;
    const length = name.length + [...value].length;
    if (length > left) return;
    left -= length;
    labels.unshift([name, value]);
  };
  add('trace_id', traceId);
  add('conversation_id', conversationId);
  return labels;
}
