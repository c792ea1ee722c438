/** Takes what a splitter finds, in the order of the file. */
export interface LineReceiver {
  /** One complete line without its newline. The bytes are valid during the call only. */
  line(bytes: Buffer): void;
  /** A line longer than the limit stood here; its bytes are gone. */
  tooLong(): void;
}

const newline = 10;

/**
 * Cuts the chunks of one file into lines. MUTABLE: holds at most one unfinished line of at most
 * `longestLine` bytes; what is longer is dropped as it comes and reported once, and the line behind
 * it is read as usual. Where the chunks are cut makes no difference.
 */
export class LineSplitter {
  readonly #longestLine: number;
  #unfinished: Buffer[] = [];
  #unfinishedBytes = 0;
  #dropping = false;

  constructor(longestLine: number) {
    this.#longestLine = longestLine;
  }

  /** Bytes that were pushed and belong to a line that may still be completed. */
  get unfinishedBytes(): number {
    return this.#unfinishedBytes;
  }

  /** Hands every line that ends in `chunk` to the receiver. The chunk may be reused afterwards. */
  push(chunk: Buffer, receiver: LineReceiver): void {
    let start = 0;
    for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, start)) {
      this.#finish(chunk.subarray(start, end), receiver);
      start = end + 1;
    }
    if (start < chunk.length) this.#keep(chunk.subarray(start), receiver);
  }

  /** Forgets the unfinished line, which the caller will push again. */
  rewind(): void {
    this.#unfinished = [];
    this.#unfinishedBytes = 0;
  }

  #finish(part: Buffer, receiver: LineReceiver): void {
    if (this.#dropping) {
      this.#dropping = false;
      return;
    }
    if (this.#unfinishedBytes + part.length > this.#longestLine) receiver.tooLong();
    else receiver.line(this.#complete(part));
    this.rewind();
  }

  #complete(part: Buffer): Buffer {
    return this.#unfinishedBytes === 0 ? part : Buffer.concat([...this.#unfinished, part]);
  }

  #keep(part: Buffer, receiver: LineReceiver): void {
    if (this.#dropping) return;
    if (this.#unfinishedBytes + part.length > this.#longestLine) {
      this.rewind();
      this.#dropping = true;
      receiver.tooLong();
      return;
    }
    this.#unfinished.push(Buffer.from(part));
    this.#unfinishedBytes += part.length;
  }
}
