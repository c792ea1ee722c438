/** Entries that there is room for at first: most files are short. */
const firstRoom = 8;

/**
 * The times of the most recent ids, known or not, like a `RecentMap` whose ids are only added: never
 * more than `limit` entries, and always at least the latest `limit / 2`. Every line of a file is
 * such an entry for a while, so they stand in typed arrays: as objects they would outlive a young
 * collection and then die, which the heap grows by. MUTABLE.
 */
export class RecentTimes {
  readonly #halfLimit: number;
  #young = none;
  #old = none;

  /** `limit` is at least 2. */
  constructor(limit: number) {
    this.#halfLimit = Math.max(1, Math.floor(limit / 2));
  }

  has(key: number): boolean {
    return this.#young.find(key) >= 0 || this.#old.find(key) >= 0;
  }

  /** Undefined for an id that is not known or has no time. */
  get(key: number): number | undefined {
    return this.#young.time(this.#young.find(key)) ?? this.#old.time(this.#old.find(key));
  }

  /** `key` is a whole number that is not known. */
  add(key: number, time: number | undefined): void {
    if (this.#young.size >= this.#halfLimit) this.#age();
    if (this.#young.isFull) this.#young = this.#young.enlarged();
    this.#young.add(key, time ?? Number.NaN);
  }

  /** Drops all but the latest `count` entries: their owner needs no more. */
  keepLatest(count: number): void {
    if (this.#young.size + this.#old.size <= count) return;
    const latest = new Generation(count);
    this.#old.copyLatest(count - Math.min(count, this.#young.size), latest);
    this.#young.copyLatest(count, latest);
    this.#young = latest;
    this.#old = none;
  }

  /** The arrays of what is forgotten are used again. */
  #age(): void {
    const next = this.#old;
    this.#old = this.#young;
    this.#young = next;
    next.clear();
  }
}

/** Entries in the order in which they came, found by open addressing. MUTABLE. */
class Generation {
  readonly #keys: Float64Array;
  readonly #times: Float64Array;
  /** The number of an entry plus 1, or 0; at least half of them are free. */
  readonly #slots: Uint16Array;
  #size = 0;

  constructor(room: number) {
    this.#keys = new Float64Array(room);
    this.#times = new Float64Array(room);
    this.#slots = new Uint16Array(2 ** Math.ceil(Math.log2(Math.max(1, room * 2))));
  }

  get size(): number {
    return this.#size;
  }

  get isFull(): boolean {
    return this.#size === this.#keys.length;
  }

  /** The number of the entry; -1 where there is none. */
  find(key: number): number {
    return (this.#slots[this.#slotOf(key)] ?? 0) - 1;
  }

  time(entry: number): number | undefined {
    const time = this.#times[entry];
    return time === undefined || Number.isNaN(time) ? undefined : time;
  }

  add(key: number, time: number): void {
    this.#keys[this.#size] = key;
    this.#times[this.#size] = time;
    this.#size += 1;
    this.#slots[this.#slotOf(key)] = this.#size;
  }

  clear(): void {
    this.#keys.fill(0);
    this.#slots.fill(0);
    this.#size = 0;
  }

  enlarged(): Generation {
    const larger = new Generation(Math.max(firstRoom, this.#size * 2));
    this.copyLatest(this.#size, larger);
    return larger;
  }

  copyLatest(count: number, into: Generation): void {
    for (let entry = Math.max(0, this.#size - count); entry < this.#size; entry += 1) {
      into.add(this.#keys[entry] ?? 0, this.#times[entry] ?? Number.NaN);
    }
  }

  /** Slot of the entry with this key, or the free one where it belongs. */
  #slotOf(key: number): number {
    const mask = this.#slots.length - 1;
    let slot = key & mask;
    for (;;) {
      const entry = this.#slots[slot] ?? 0;
      if (entry === 0 || this.#keys[entry - 1] === key) return slot;
      slot = (slot + 1) & mask;
    }
  }
}

/** Has no room, so nothing is ever added to it. */
const none = new Generation(0);
