import type { EventInput } from '../events/event.ts';

/** A compaction as it is remembered. */
export interface LoggedCompaction extends EventInput<'compaction'> {
  readonly processType: string;
  readonly at: number;
}

/** The latest compactions, of any number. MUTABLE and bounded; compactions are rare, so each is one object. */
export class CompactionLog {
  readonly #limit: number;
  readonly #entries: LoggedCompaction[] = [];
  #next = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(compaction: LoggedCompaction): void {
    this.#entries[this.#next] = compaction;
    this.#next = (this.#next + 1) % this.#limit;
  }

  /** Those between two times, in the order of time. */
  between(from: number, to: number): readonly LoggedCompaction[] {
    return this.#entries.filter(({ at }) => at >= from && at <= to).toSorted((a, b) => a.at - b.at);
  }
}
