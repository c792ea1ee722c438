/**
 * A map that remembers the most recent entries. MUTABLE: never holds more than `limit` entries;
 * when it is full the older half goes at once, and is counted. So it always knows at least the
 * latest `limit / 2`, and forgetting costs nothing on the way.
 */
export class RecentMap<Key, Value> {
  readonly #halfLimit: number;
  #young = new Map<Key, Value>();
  #old = new Map<Key, Value>();
  #forgotten = 0;

  /** `limit` is at least 2. */
  constructor(limit: number) {
    this.#halfLimit = Math.max(1, Math.floor(limit / 2));
  }

  get size(): number {
    return this.#young.size + this.#old.size;
  }

  /** Entries that had to go since the map exists. */
  get forgotten(): number {
    return this.#forgotten;
  }

  get(key: Key): Value | undefined {
    return this.#young.get(key) ?? this.#old.get(key);
  }

  has(key: Key): boolean {
    return this.#young.has(key) || this.#old.has(key);
  }

  set(key: Key, value: Value): void {
    this.#old.delete(key);
    this.#young.set(key, value);
    if (this.#young.size <= this.#halfLimit) return;
    this.#forgotten += this.#old.size;
    this.#young.delete(key);
    this.#old = this.#young;
    this.#young = new Map([[key, value]]);
  }

  delete(key: Key): void {
    this.#young.delete(key);
    this.#old.delete(key);
  }

  /** All entries' values, the older ones first. A copy: the map may change meanwhile. */
  values(): readonly Value[] {
    return [...this.#old.values(), ...this.#young.values()];
  }

  /** Drops all but the latest `count` entries without counting them: their owner needs no more. */
  keepLatest(count: number): void {
    if (this.size <= count) return;
    const latest = [...this.#old, ...this.#young].slice(-count);
    this.#old = new Map();
    this.#young = new Map(latest);
  }
}
