import { decodeNumber } from './decode-number.ts';
import {
  closeBrace,
  closeBracket,
  colon,
  comma,
  JsonWalk,
  notCompact,
  openBrace,
  openBracket,
  quote,
  skipPlain,
} from './json-walk.ts';
import { TextReader } from './text-reader.ts';
import { findField, prepareWanted, type Wanted, type WantedValue } from './wanted.ts';

const noBytes = Buffer.alloc(0);
const nothing: Readonly<Record<string, unknown>> = Object.freeze({});
const noItems: readonly unknown[] = Object.freeze([]);

/**
 * `JSON.parse` that builds only what is wanted of an object and looks for no more than the end of
 * the rest: the same parts of the same value at a fraction of the cost. MUTABLE: a position in the
 * bytes of the running call, and the last text of each field, since most lines repeat most of them.
 */
export class SparseDecoder {
  readonly #wanted: WantedValue;
  readonly #texts = new TextReader();
  #bytes: Buffer = noBytes;
  #walk = new JsonWalk(noBytes);
  /** Of the next byte; `notCompact` once something was met that is left to others. */
  #at = 0;

  constructor(wanted: Wanted) {
    this.#wanted = prepareWanted(wanted);
  }

  /**
   * Undefined where the bytes are not exactly one object without white space around its parts,
   * whether that is JSON or not; only inside a text that is not wanted, what no text may hold goes
   * unseen. Never throws, and keeps nothing of the bytes.
   */
  decode(bytes: Buffer): object | undefined {
    if (bytes.length === 0 || bytes[0] !== openBrace) return undefined;
    this.#bytes = bytes;
    this.#walk = new JsonWalk(bytes);
    this.#at = 1;
    const value = this.#object(this.#wanted);
    return this.#at === bytes.length ? value : undefined;
  }

  /** From the first byte of a value. What it answers counts only if the position is one. */
  #value(wanted: WantedValue): unknown {
    const at = this.#at;
    switch (this.#bytes[at]) {
      case quote:
        return this.#text(at + 1, wanted);
      case openBrace:
        if (wanted.fields === undefined) return this.#skip(at, nothing);
        this.#at = at + 1;
        return this.#object(wanted);
      case openBracket:
        if (wanted.items === undefined) return this.#skip(at, noItems);
        this.#at = at + 1;
        return this.#list(wanted.items);
      default:
        return this.#scalar(at);
    }
  }

  /** From behind the opening brace. */
  #object(wanted: WantedValue): object {
    const result: Record<string, unknown> = {};
    const bytes = this.#bytes;
    if (bytes[this.#at] === closeBrace) {
      this.#at += 1;
      return result;
    }
    while (bytes[this.#at] === quote) {
      this.#field(wanted, result);
      const at = this.#at;
      if (at === notCompact) return result;
      this.#at = at + 1;
      if (bytes[at] === closeBrace) return result;
      if (bytes[at] !== comma) break;
    }
    this.#at = notCompact;
    return result;
  }

  /** From the opening quote of its name. An escaped name is left to others. */
  #field(wanted: WantedValue, result: Record<string, unknown>): void {
    const bytes = this.#bytes;
    const start = this.#at + 1;
    const end = skipPlain(bytes, start, bytes.length);
    if (bytes[end] !== quote || bytes[end + 1] !== colon) {
      this.#at = notCompact;
      return;
    }
    const field = findField(wanted.fields, bytes, start, end);
    if (field === undefined) {
      this.#at = this.#walk.value(end + 2);
      return;
    }
    this.#at = end + 2;
    result[field.name] = this.#value(field.value);
  }

  /** From behind the opening bracket. */
  #list(wanted: WantedValue): readonly unknown[] {
    const result: unknown[] = [];
    const bytes = this.#bytes;
    if (bytes[this.#at] === closeBracket) {
      this.#at += 1;
      return result;
    }
    for (;;) {
      result.push(this.#value(wanted));
      const at = this.#at;
      if (at === notCompact) return result;
      this.#at = at + 1;
      if (bytes[at] === closeBracket) return result;
      if (bytes[at] !== comma) break;
    }
    this.#at = notCompact;
    return result;
  }

  #scalar(at: number): unknown {
    switch (this.#bytes[at]) {
      case 0x74:
        return this.#word(at, 'true', true);
      case 0x66:
        return this.#word(at, 'false', false);
      case 0x6e:
        return this.#word(at, 'null', null);
      default:
        return this.#number(at);
    }
  }

  #word(at: number, word: string, value: unknown): unknown {
    this.#at = this.#walk.word(at, word);
    return value;
  }

  #number(at: number): number {
    const end = this.#walk.number(at);
    this.#at = end;
    return end === notCompact ? 0 : decodeNumber(this.#bytes, at, end);
  }

  /** From behind the opening quote. */
  #text(start: number, wanted: WantedValue): string {
    const text = this.#texts.read(this.#bytes, start, wanted, this.#walk);
    this.#at = text === undefined ? notCompact : this.#texts.end;
    return text ?? '';
  }

  #skip<Value>(at: number, value: Value): Value {
    this.#at = this.#walk.value(at);
    return value;
  }
}
