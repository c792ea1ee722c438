import { RecentMap } from './recent-map.ts';

/** What kinds of things are counted once; part of the key, since their ids are not of one space. */
type Countable =
  | 'turn'
  | 'turn-end'
  | 'give-up'
  | 'retry'
  | 'compaction'
  | 'compaction-end'
  | 'process-start'
  | 'tool-call'
  | 'conversation';

const nobody = 0;

/**
 * Remembers what was counted, over all files: a forked or copied transcript holds the same lines
 * again, and so does a file that is read again. MUTABLE and bounded; what was forgotten would be
 * counted again, and is told by `forgotten`.
 */
export class CountedOnce {
  readonly #known: RecentMap<string, number>;

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
    return id === undefined || this.#ownerOf(kind, id, nobody) === undefined;
  }

  /** True for the first file that asks, however often: what it began is its own to end. */
  own(kind: Countable, id: string | undefined, owner: number): boolean {
    if (id === undefined) return true;
    return (this.#ownerOf(kind, id, owner) ?? owner) === owner;
  }

  /** Who asked before; undefined for the first, who is remembered. */
  #ownerOf(kind: Countable, id: string, owner: number): number | undefined {
    const key = `${kind}:${id}`;
    const known = this.#known.get(key);
    if (known === undefined) this.#known.set(key, owner);
    return known;
  }
}
