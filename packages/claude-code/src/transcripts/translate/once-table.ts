import { hashText } from './hash-text.ts';

/** Numbers that an entry holds beside its word. */
const amountsPerEntry = 4;
/** Entries that there is room for at first. */
const firstRoom = 4096;

/**
 * Remembers ids of several kinds with a few numbers each, over all files of a source. MUTABLE and
 * bounded: `capacity` entries, of which the oldest is dropped and counted when another comes. No
 * text is kept, only 64 bits of its hash: two ids may be taken for one, which among a million is to
 * be expected in one of thirty million tables and is accepted. An entry takes 28 bytes, its two slots 8: 2^20 of them
 * take 38 MB. The table begins small and doubles, which at the last takes some 50 ms.
 */
export class OnceTable {
  readonly #capacity: number;
  /** Entries that fit into the arrays as they are. */
  #room: number;
  /** Open addressing, linear: the number of an entry plus 1, or 0. At least half of them are free. */
  #slots: Uint32Array;
  /** Two halves of a hash for each entry, in the order in which they came, round and round. */
  #hashes: Uint32Array;
  #words: Uint32Array;
  #amounts: Uint32Array;
  /** Of the id that was asked for last: each is asked for several times in a row. */
  readonly #hash = new Uint32Array(2);
  #hashedId = '';
  #hashedKind = -1;
  #added = 0;

  /** `capacity` is at least 1. */
  constructor(capacity: number) {
    this.#capacity = capacity;
    this.#room = Math.min(capacity, firstRoom);
    this.#slots = slotsFor(this.#room);
    this.#hashes = new Uint32Array(this.#room * 2);
    this.#words = new Uint32Array(this.#room);
    this.#amounts = new Uint32Array(this.#room * amountsPerEntry);
  }

  get size(): number {
    return Math.min(this.#added, this.#capacity);
  }

  /** Bytes of its arrays. */
  get bytes(): number {
    const arrays = [this.#slots, this.#hashes, this.#words, this.#amounts];
    return arrays.reduce((sum, { byteLength }) => sum + byteLength, 0);
  }

  /** Entries that had to go since the table exists. */
  get dropped(): number {
    return this.#added - this.size;
  }

  /** The entry of an id, valid until the next `add`; undefined when it is not known. */
  find(kind: number, id: string): number | undefined {
    this.#hashId(kind, id);
    const entry = at(this.#slots, this.#search(at(this.#hash, 0), at(this.#hash, 1)));
    return entry === 0 ? undefined : entry - 1;
  }

  /** A new entry, all its numbers 0, for an id that is not known. */
  add(kind: number, id: string): number {
    const entry = this.#added % this.#capacity;
    if (this.#added >= this.#capacity) this.#remove(entry);
    else if (this.#added >= this.#room) this.#grow();
    this.#added += 1;
    this.#hashId(kind, id);
    this.#hashes.set(this.#hash, entry * 2);
    this.#words[entry] = 0;
    this.#amounts.fill(0, entry * amountsPerEntry, (entry + 1) * amountsPerEntry);
    this.#slots[this.#slotOf(entry)] = entry + 1;
    return entry;
  }

  word(entry: number): number {
    return at(this.#words, entry);
  }

  /** `word` is a whole number of 32 bits. */
  setWord(entry: number, word: number): void {
    this.#words[entry] = word;
  }

  amount(entry: number, index: number): number {
    return at(this.#amounts, entry * amountsPerEntry + index);
  }

  /** `amount` is a whole number of 32 bits. */
  setAmount(entry: number, index: number, amount: number): void {
    this.#amounts[entry * amountsPerEntry + index] = amount;
  }

  #hashId(kind: number, id: string): void {
    if (id === this.#hashedId && kind === this.#hashedKind) return;
    hashText(id, kind, this.#hash);
    this.#hashedId = id;
    this.#hashedKind = kind;
  }

  /** Only before the first entry was dropped, so that they stand in the order of their numbers. */
  #grow(): void {
    this.#room = Math.min(this.#capacity, this.#room * 2);
    this.#hashes = enlarged(this.#hashes, this.#room * 2);
    this.#words = enlarged(this.#words, this.#room);
    this.#amounts = enlarged(this.#amounts, this.#room * amountsPerEntry);
    this.#slots = slotsFor(this.#room);
    for (let entry = 0; entry < this.#added; entry += 1) {
      this.#slots[this.#slotOf(entry)] = entry + 1;
    }
  }

  /** Slot of the entry with this hash, or the free one where it belongs. */
  #search(left: number, right: number): number {
    const mask = this.#slots.length - 1;
    let slot = left & mask;
    for (let entry = at(this.#slots, slot); entry !== 0; entry = at(this.#slots, slot)) {
      const position = (entry - 1) * 2;
      if (at(this.#hashes, position) === left && at(this.#hashes, position + 1) === right) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  #slotOf(entry: number): number {
    return this.#search(at(this.#hashes, entry * 2), at(this.#hashes, entry * 2 + 1));
  }

  /** Moves those behind it that would not be found across the gap (Knuth, volume 3, 6.4, algorithm R). */
  #remove(entry: number): void {
    const mask = this.#slots.length - 1;
    let gap = this.#slotOf(entry);
    let slot = gap;
    for (;;) {
      this.#slots[gap] = 0;
      let home: number;
      do {
        slot = (slot + 1) & mask;
        const other = at(this.#slots, slot);
        if (other === 0) return;
        home = at(this.#hashes, (other - 1) * 2) & mask;
      } while (((slot - home) & mask) < ((slot - gap) & mask));
      this.#slots[gap] = at(this.#slots, slot);
      gap = slot;
    }
  }
}

/** A power of two, at least twice as many as entries. */
function slotsFor(entries: number): Uint32Array {
  return new Uint32Array(2 ** Math.ceil(Math.log2(entries * 2)));
}

function enlarged(array: Uint32Array, length: number): Uint32Array {
  const larger = new Uint32Array(length);
  larger.set(array);
  return larger;
}

/** Every position that the table computes lies inside its arrays. */
function at(array: Uint32Array, position: number): number {
  return array[position] ?? 0;
}
