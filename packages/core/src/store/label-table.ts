/** What a value becomes when its label has no room for it. */
const other = 'other';
/** What an absent value becomes. */
const unknown = 'unknown';

/** What the label is where it has no meaning: an empty label is none. No event can bring it. */
const none = '';

/** Values that every open label has; they do not count towards its limit. */
const reserved = [other, unknown, none] as const;

const loneSurrogate = /\p{Surrogate}/u;
const loneSurrogates = /\p{Surrogate}/gu;
/** U+FFFD, written like this for the sake of the import, as in rejection.ts. */
const replacement = String.fromCharCode(...Uint16Array.of(0xfffd));

/**
 * The values of one label, numbered in the order in which they were first seen. Mutable; grows up to
 * its limit and never forgets, because an id stands in rows.
 */
export class LabelTable {
  readonly values: string[];
  /** New values beyond this many become `other`; reserved values are not counted. */
  readonly limit: number;
  /** How many look-ups became `other` so far. */
  overflowed = 0;

  readonly #ids = new Map<string, number>();
  readonly #capacity: number;
  // Agents stay with one model and one role for long runs: the last answer is mostly the next.
  #lastValue: string | undefined;
  #lastId = 0;

  private constructor(values: readonly string[], limit: number, capacity: number) {
    this.values = [...values];
    this.limit = limit;
    this.#capacity = capacity;
    for (const [id, value] of values.entries()) this.#ids.set(value, id);
  }

  /** A label whose values come from outside. `limit`: how many distinct ones it may have. */
  static open(limit: number): LabelTable {
    return new LabelTable(reserved, limit, limit + reserved.length);
  }

  /** A label whose values are all known. */
  static closed(values: readonly string[]): LabelTable {
    return new LabelTable(values, values.length, values.length);
  }

  /** Ids are below this number, now and later. */
  get capacity(): number {
    return this.#capacity;
  }

  /** Number of values that count towards the limit. */
  get used(): number {
    return this.values.length - (this.#capacity - this.limit);
  }

  /** The id of a value: of a new one the next, of one beyond the limit that of `other`. Absent is `unknown`. */
  id(value: string | undefined): number {
    if (value !== undefined && value === this.#lastValue) return this.#lastId;
    return this.#find(value ?? unknown);
  }

  #find(value: string): number {
    const id = this.#ids.get(value) ?? this.#intern(value);
    if (id < 0) {
      this.overflowed += 1;
      return 0;
    }
    this.#lastValue = value;
    this.#lastId = id;
    return id;
  }

  #intern(value: string): number {
    if (loneSurrogate.test(value)) return this.#internWellFormed(value);
    if (this.values.length >= this.#capacity) return -1;
    const id = this.values.length;
    this.values.push(value);
    this.#ids.set(value, id);
    return id;
  }

  /** Half characters become U+FFFD here as they would in UTF-8, or two values would be shown as one. */
  #internWellFormed(value: string): number {
    const shown = value.replace(loneSurrogates, replacement);
    return this.#ids.get(shown) ?? this.#intern(shown);
  }
}
