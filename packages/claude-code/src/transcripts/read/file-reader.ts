import { closeSync, openSync, readSync } from 'node:fs';
import { setImmediate as otherWork } from 'node:timers/promises';
import { type LineReceiver, LineSplitter } from './line-splitter.ts';

/** Lines longer than this are refused: no real one is near it, and memory stays bounded. */
const longestLine = 16 * 1024 * 1024;

/**
 * Reads one file from where it stopped before. MUTABLE: an offset and nothing else between two
 * reads, so an idle file costs nothing. A last line without its newline waits and is read again.
 */
export class FileReader {
  #path: string;
  readonly #splitter = new LineSplitter(longestLine);
  /** Start of the first line that was not handed out yet. */
  #offset = 0;
  #sizeRead = 0;

  constructor(path: string) {
    this.#path = path;
  }

  /** Where the first line stands that was not handed out yet. */
  get offset(): number {
    return this.#offset;
  }

  /** The file has another name now. */
  moveTo(path: string): void {
    this.#path = path;
  }

  /** Another content stands there now: the next read begins at its start. */
  restart(): void {
    this.#offset = 0;
    this.#sizeRead = 0;
  }

  /** Whether a file of this size has something that was not looked at yet. */
  hasNews(size: number): boolean {
    return size > this.#sizeRead;
  }

  /**
   * Hands every complete new line to `receiver`, reading through `buffer`, which the caller owns
   * and may share between files; other work runs before each chunk. A chunk is read at once, since
   * handing it to a thread and back costs more than its bytes. Answers the number of bytes read.
   * Rejects when the file cannot be read; what was handed out before stays handed out.
   */
  async readNew(buffer: Buffer, receiver: LineReceiver): Promise<number> {
    const file = openSync(this.#path, 'r');
    const start = this.#offset;
    let position = start;
    let bytes = 0;
    try {
      do {
        await otherWork();
        bytes = readSync(file, buffer, 0, buffer.length, position);
        position += bytes;
        this.#splitter.push(buffer.subarray(0, bytes), receiver);
        this.#offset = position - this.#splitter.unfinishedBytes;
      } while (bytes === buffer.length);
    } finally {
      this.#splitter.rewind();
      closeSync(file);
    }
    this.#sizeRead = position;
    return position - start;
  }

  /** The bytes of the last line, which has no newline yet; at most `longestLine` of them. Throws as the file system does. */
  readRest(): Buffer {
    const rest = Buffer.alloc(Math.min(this.#sizeRead - this.#offset, longestLine));
    if (rest.length === 0) return rest;
    const file = openSync(this.#path, 'r');
    try {
      return rest.subarray(0, readSync(file, rest, 0, rest.length, this.#offset));
    } finally {
      closeSync(file);
    }
  }
}
