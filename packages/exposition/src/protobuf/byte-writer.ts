/** How many bytes a whole number from 0 to 2^53 takes. */
export function varintSize(value: number): number {
  if (value < 0x80) return 1;
  if (value < 0x4000) return 2;
  let size = 3;
  for (let rest = value / 0x4000; rest >= 0x80; rest /= 0x80) size += 1;
  return size;
}

/** How many bytes a text takes in UTF-8. */
export function textSize(text: string): number {
  let size = text.length;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) continue;
    // Both halves of a surrogate pair take two bytes, one without its other half becomes U+FFFD.
    size += unit < 0x800 || isPair(text, at) ? 1 : 2;
  }
  return size;
}

function isPair(text: string, at: number): boolean {
  const isHigh = (unit: number) => unit >= 0xd800 && unit < 0xdc00;
  const isLow = (unit: number) => unit >= 0xdc00 && unit < 0xe000;
  const unit = text.charCodeAt(at);
  if (isHigh(unit)) return isLow(text.charCodeAt(at + 1));
  return isLow(unit) && isHigh(text.charCodeAt(at - 1));
}

/** How large a piece becomes. */
const pieceSize = 64 * 1024;

/** A text of one byte for each character is written by hand up to here; the encoder takes longer to call. */
const longestByHand = 64;

const encoder = new TextEncoder();

/** Puts bytes together in pieces. Mutable. Whoever writes makes room first. */
export class ByteWriter {
  readonly #pieceSize: number;
  #bytes: Uint8Array;
  #view: DataView;
  #length = 0;

  constructor(size = pieceSize) {
    this.#pieceSize = size;
    this.#bytes = new Uint8Array(size);
    this.#view = new DataView(this.#bytes.buffer);
  }

  /** Makes room for so many bytes. Answers what was written before when that is full. */
  room(size: number): Uint8Array | undefined {
    if (this.#length + size <= this.#bytes.length) return undefined;
    return this.take(size);
  }

  /** What was written. The next piece has room for so many bytes. */
  take(size = 0): Uint8Array {
    const piece = this.#bytes.subarray(0, this.#length);
    this.#bytes = new Uint8Array(Math.max(size, this.#pieceSize));
    this.#view = new DataView(this.#bytes.buffer);
    this.#length = 0;
    return piece;
  }

  byte(value: number): void {
    this.#bytes[this.#length] = value;
    this.#length += 1;
  }

  /** A whole number from 0 to 2^53. */
  varint(value: number): void {
    let rest = value;
    for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) this.byte((rest % 0x80) | 0x80);
    this.byte(rest);
  }

  double(value: number): void {
    this.#view.setFloat64(this.#length, value, true);
    this.#length += 8;
  }

  /** A text with its length before it. */
  text(value: string): void {
    const size = textSize(value);
    this.varint(size);
    if (size === value.length && size <= longestByHand) {
      this.#ascii(value);
      return;
    }
    const free = this.#bytes.subarray(this.#length);
    this.#length += encoder.encodeInto(value, free).written;
  }

  #ascii(value: string): void {
    for (let at = 0; at < value.length; at += 1) this.byte(value.charCodeAt(at));
  }

  /** Bytes with their length before them. */
  bytes(value: Uint8Array): void {
    this.varint(value.length);
    this.raw(value);
  }

  /** Bytes as they are. */
  raw(value: Uint8Array): void {
    this.#bytes.set(value, this.#length);
    this.#length += value.length;
  }
}
