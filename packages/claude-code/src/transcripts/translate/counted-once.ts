import type { OnceTable } from './once-table.ts';

/** What kinds of things are counted once; their ids are not of one space. 0 is a response. */
const kinds = {
  turn: 1,
  'turn-end': 2,
  'give-up': 3,
  retry: 4,
  compaction: 5,
  'compaction-end': 6,
  'process-start': 7,
  'tool-call': 8,
  conversation: 9,
} as const;

type Countable = keyof typeof kinds;

/**
 * Remembers what was counted, over all files: a forked or copied transcript holds the same lines
 * again, and so does a file that is read again. MUTABLE: its entries in the table; what was dropped
 * there would be counted again.
 */
export class CountedOnce {
  readonly #table: OnceTable;

  constructor(table: OnceTable) {
    this.#table = table;
  }

  /** True for the first that asks, who may count it; always true without an id. */
  claim(kind: Countable, id: string | undefined): boolean {
    if (id === undefined) return true;
    if (this.#table.find(kinds[kind], id) !== undefined) return false;
    this.#table.add(kinds[kind], id);
    return true;
  }

  /** True for the first file that asks, however often: what it began is its own to end. */
  own(kind: Countable, id: string | undefined, owner: number): boolean {
    if (id === undefined) return true;
    const known = this.#table.find(kinds[kind], id);
    if (known !== undefined) return this.#table.word(known) === owner;
    this.#table.setWord(this.#table.add(kinds[kind], id), owner);
    return true;
  }
}
