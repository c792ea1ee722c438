import { RecentMap } from './recent-map.ts';

/** What kinds of things are counted once; part of the key, since their ids are not of one space. */
type Countable =
  | 'turn'
  | 'give-up'
  | 'retry'
  | 'compaction'
  | 'process-start'
  | 'tool-call'
  | 'conversation';

/**
 * Remembers what was counted, over all files: a forked or copied transcript holds the same lines
 * again. MUTABLE and bounded; what was forgotten would be counted again, and is told by `forgotten`.
 */
export class CountedOnce {
  readonly #known: RecentMap<string, true>;

  constructor(limit: number) {
    this.#known = new RecentMap(limit);
  }

  get size(): number {
    return this.#known.size;
  }

  get forgotten(): number {
    return this.#known.forgotten;
  }

  /** True for the first that asks, who may count it; always true without an id. */
  claim(kind: Countable, id: string | undefined): boolean {
    if (id === undefined) return true;
    const key = `${kind}:${id}`;
    if (this.#known.has(key)) return false;
    this.#known.set(key, true);
    return true;
  }
}
