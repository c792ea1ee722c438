/**
 * What the walk answers instead of a position where the bytes are no JSON, hold white space between
 * their parts, or are nested deeper than anybody writes by hand.
 */
export const notCompact = -1;

export const quote = 0x22;
export const comma = 0x2c;
export const colon = 0x3a;
export const openBrace = 0x7b;
export const closeBrace = 0x7d;
export const openBracket = 0x5b;
export const closeBracket = 0x5d;
const backslash = 0x5c;
const minus = 0x2d;
const dot = 0x2e;
const zero = 0x30;

/** Real lines are nested about a dozen deep. */
const deepest = 100;
/** Up to here looking at each byte is faster than a search, which costs the same near and far. */
const nearby = 48;

/** 1 for the bytes that a string may hold as they are; bytes beyond ASCII are not looked at. */
const plain = tableOf((byte) => byte >= 0x20 && byte !== quote && byte !== backslash);
const digit = tableOf((byte) => byte >= zero && byte <= zero + 9);

/**
 * Walks over the JSON in some bytes without building anything. Each method takes the position where
 * its part begins and answers the position behind it, or `notCompact`. The inside of a string is
 * searched for its end only: what no string may hold passes there.
 */
export class JsonWalk {
  readonly #bytes: Buffer;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  /** From behind the opening quote to behind the closing one. */
  string(start: number): number {
    const near = Math.min(start + nearby, this.#bytes.length);
    const at = skipPlain(this.#bytes, start, near);
    return at < near && this.#bytes[at] === quote ? at + 1 : this.#farEnd(start, at);
  }

  /** Any value. */
  value(at: number, depth = 0): number {
    switch (this.#bytes[at]) {
      case quote:
        return this.string(at + 1);
      case openBrace:
        return depth < deepest ? this.#object(at + 1, depth + 1) : notCompact;
      case openBracket:
        return depth < deepest ? this.#list(at + 1, depth + 1) : notCompact;
      case 0x74:
        return this.word(at, 'true');
      case 0x66:
        return this.word(at, 'false');
      case 0x6e:
        return this.word(at, 'null');
      default:
        return this.number(at);
    }
  }

  /** `true`, `false` or `null`: `word` says which. */
  word(start: number, word: string): number {
    for (let index = 0; index < word.length; index += 1) {
      if (this.#bytes[start + index] !== word.charCodeAt(index)) return notCompact;
    }
    return start + word.length;
  }

  number(start: number): number {
    const bytes = this.#bytes;
    const first = bytes[start] === minus ? start + 1 : start;
    let at = bytes[first] === zero ? first + 1 : this.#digits(first);
    if (at !== notCompact && bytes[at] === dot) at = this.#digits(at + 1);
    if (at === notCompact || !isOneOf(bytes[at], 'eE')) return at;
    return this.#digits(isOneOf(bytes[at + 1], '+-') ? at + 2 : at + 1);
  }

  /** At least one. */
  #digits(start: number): number {
    const { length } = this.#bytes;
    let at = start;
    while (at < length && digit[this.#bytes[at] as number] === 1) at += 1;
    return at === start ? notCompact : at;
  }

  #object(start: number, depth: number): number {
    const bytes = this.#bytes;
    if (bytes[start] === closeBrace) return start + 1;
    for (let at = start; ; at += 1) {
      at = this.#field(at, depth);
      if (at === notCompact) return notCompact;
      if (bytes[at] === closeBrace) return at + 1;
      if (bytes[at] !== comma) return notCompact;
    }
  }

  #field(start: number, depth: number): number {
    if (this.#bytes[start] !== quote) return notCompact;
    const at = this.string(start + 1);
    if (at === notCompact || this.#bytes[at] !== colon) return notCompact;
    return this.value(at + 1, depth);
  }

  #list(start: number, depth: number): number {
    const bytes = this.#bytes;
    if (bytes[start] === closeBracket) return start + 1;
    for (let at = start; ; at += 1) {
      at = this.value(at, depth);
      if (at === notCompact) return notCompact;
      if (bytes[at] === closeBracket) return at + 1;
      if (bytes[at] !== comma) return notCompact;
    }
  }

  /** Of the string whose inside starts at `start` and has no closing quote before `at`. */
  #farEnd(start: number, at: number): number {
    const bytes = this.#bytes;
    let found = bytes.indexOf(quote, at);
    while (found >= 0 && this.#isEscaped(start, found)) found = bytes.indexOf(quote, found + 1);
    return found < 0 ? notCompact : found + 1;
  }

  #isEscaped(start: number, at: number): boolean {
    if (this.#bytes[at - 1] !== backslash) return false;
    let backslashes = 1;
    while (at - 1 - backslashes >= start && this.#bytes[at - 1 - backslashes] === backslash) {
      backslashes += 1;
    }
    return backslashes % 2 === 1;
  }
}

/** Inside a string: to its closing quote, an escape, or what no string may hold; at most to `end`. */
export function skipPlain(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && plain[bytes[at] as number] === 1) at += 1;
  return at;
}

function isOneOf(byte: number | undefined, letters: string): boolean {
  return byte === letters.charCodeAt(0) || byte === letters.charCodeAt(1);
}

function tableOf(holds: (byte: number) => boolean): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, byte) => (holds(byte) ? 1 : 0));
}
