import { decodeText, skipPlainAscii } from './decode-text.ts';
import { type JsonWalk, notCompact, quote } from './json-walk.ts';
import { standsAt, type WantedValue } from './wanted.ts';

/** Bytes of a text that may stand in the next line again. */
const longestRepeated = 128;

/** Reads texts; one that stood in its field last is not decoded again. MUTABLE: where the latest text ended. */
export class TextReader {
  /** Position behind the closing quote of the text that was read. */
  end = 0;

  /** The text whose inside begins at `start`, as far as it is wanted; undefined where none stands there. */
  read(bytes: Buffer, start: number, wanted: WantedValue, walk: JsonWalk): string | undefined {
    const { last } = wanted;
    const lastEnd = start + last.length;
    if (bytes[lastEnd] !== quote || !standsAt(last, bytes, start, lastEnd))
      return this.#readNew(bytes, start, wanted, walk);
    this.end = lastEnd + 1;
    return last;
  }

  #readNew(bytes: Buffer, start: number, wanted: WantedValue, walk: JsonWalk): string | undefined {
    const most = Math.min(longestRepeated, wanted.head);
    const plainEnd = skipPlainAscii(bytes, start, Math.min(start + most, bytes.length));
    if (bytes[plainEnd] !== quote) return this.#readFar(bytes, start, wanted, walk);
    this.end = plainEnd + 1;
    wanted.last = bytes.toString('latin1', start, plainEnd);
    return wanted.last;
  }

  /** Of a text that is long or holds more than plain ASCII. */
  #readFar(
    bytes: Buffer,
    start: number,
    { head }: WantedValue,
    walk: JsonWalk,
  ): string | undefined {
    this.end = walk.string(start);
    return this.end === notCompact ? undefined : decodeText(bytes, start, this.end - 1, head);
  }
}
