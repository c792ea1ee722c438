/** The operands at one moment. */
export interface RingEntry {
  /** Epoch milliseconds. */
  readonly at: number;
  /** Group by group. Groups that came later are missing at the end: they stood at 0. */
  readonly numbers: Float64Array;
}

export interface RingOptions {
  /** How far back every entry is kept. */
  readonly fineSeconds: number;
  /** How far back entries are kept at all. */
  readonly historySeconds: number;
  /** Distance of the entries that are older than the fine ones. */
  readonly coarseSeconds: number;
  readonly limitBytes: number;
}

/** What an entry takes beside its numbers: two objects and their headers. */
const entryBytes = 200;

/**
 * The operands of the past, in the order of time: every entry for a while, then one in so many
 * seconds. MUTABLE and bounded by age and bytes; the latest two entries are always kept.
 */
export class Ring {
  readonly #options: RingOptions;
  #coarse: RingEntry[] = [];
  #fine: RingEntry[] = [];
  #bytes = 0;
  #dropped = 0;

  constructor(options: RingOptions) {
    this.#options = options;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get limitBytes(): number {
    return this.#options.limitBytes;
  }

  /** Entries dropped for lack of memory so far. */
  get dropped(): number {
    return this.#dropped;
  }

  get length(): number {
    return this.#coarse.length + this.#fine.length;
  }

  get last(): RingEntry | undefined {
    return this.#fine.at(-1) ?? this.#coarse.at(-1);
  }

  /**
   * Takes the operands of now. A clock that was set back has made entries of a future: these are
   * forgotten, and what was counted since the last one that is left counts as growth until now.
   */
  push(entry: RingEntry): void {
    this.#fine = this.#keep(this.#fine, ({ at }) => at < entry.at);
    if (this.#fine.length === 0) this.#coarse = this.#keep(this.#coarse, ({ at }) => at < entry.at);
    this.#fine.push(entry);
    this.#bytes += bytesOf(entry);
    this.#age(entry.at);
    this.#limit();
  }

  /** The earliest entry at or after a time. */
  firstFrom(at: number): RingEntry | undefined {
    return lowest(this.#coarse, at) ?? lowest(this.#fine, at);
  }

  /** The latest entry at or before a time. */
  lastUntil(at: number): RingEntry | undefined {
    return highest(this.#fine, at) ?? highest(this.#coarse, at);
  }

  /** Moves entries that are no longer fine to the coarse ones, and forgets those that are too old. */
  #age(now: number): void {
    const { fineSeconds, coarseSeconds, historySeconds } = this.#options;
    const fineFrom = now - fineSeconds * 1000;
    while (this.#fine.length > 1 && (this.#fine[0] as RingEntry).at < fineFrom) {
      const entry = this.#fine.shift() as RingEntry;
      const previous = this.#coarse.at(-1)?.at ?? Number.NEGATIVE_INFINITY;
      if (entry.at >= previous + coarseSeconds * 1000) this.#coarse.push(entry);
      else this.#bytes -= bytesOf(entry);
    }
    const from = now - historySeconds * 1000;
    while (this.#coarse.length > 0 && (this.#coarse[0] as RingEntry).at < from) this.#dropOldest();
  }

  #limit(): void {
    while (this.#bytes > this.#options.limitBytes && this.length > 2) {
      this.#dropOldest();
      this.#dropped += 1;
    }
  }

  #dropOldest(): void {
    const entry = this.#coarse.shift() ?? this.#fine.shift();
    if (entry !== undefined) this.#bytes -= bytesOf(entry);
  }

  #keep(entries: RingEntry[], kept: (entry: RingEntry) => boolean): RingEntry[] {
    while (entries.length > 0 && !kept(entries.at(-1) as RingEntry)) {
      this.#bytes -= bytesOf(entries.pop() as RingEntry);
    }
    return entries;
  }
}

function bytesOf({ numbers }: RingEntry): number {
  return numbers.byteLength + entryBytes;
}

/** The first of sorted entries at or after a time. */
function lowest(entries: readonly RingEntry[], at: number): RingEntry | undefined {
  return entries[firstIndex(entries, (entry) => entry.at >= at)];
}

/** The last of sorted entries at or before a time. */
function highest(entries: readonly RingEntry[], at: number): RingEntry | undefined {
  return entries[firstIndex(entries, (entry) => entry.at > at) - 1];
}

/** Where a condition that holds from some entry on begins to hold. */
function firstIndex(entries: readonly RingEntry[], holds: (entry: RingEntry) => boolean): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(entries[middle] as RingEntry)) high = middle;
    else low = middle + 1;
  }
  return low;
}
