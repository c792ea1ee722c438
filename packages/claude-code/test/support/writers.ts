import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  renameSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** A whole number from 0 to below `limit`. */
export type Pick = (limit: number) => number;

/** Appends a content to a file in pieces cut at arbitrary bytes, and mistreats the file meanwhile. */
export class Writer {
  readonly #content: Buffer;
  readonly #folder: string;
  readonly #pick: Pick;
  #path: string;
  #written = 0;
  #moves = 0;

  constructor(folder: string, name: string, content: Buffer, pick: Pick) {
    this.#content = content;
    this.#folder = folder;
    this.#pick = pick;
    this.#path = join(folder, `d${pick(1e6)}`, name);
    mkdirSync(dirname(this.#path), { recursive: true });
    writeFileSync(this.#path, '');
  }

  get isDone(): boolean {
    return this.#written === this.#content.length;
  }

  write(): void {
    const most = this.#pick(8) === 0 ? this.#content.length : 1 + this.#content.length / 6;
    const end = Math.min(this.#content.length, this.#written + 1 + this.#pick(most));
    appendFileSync(this.#path, this.#content.subarray(this.#written, end));
    this.#written = end;
  }

  /** The file gets another name, in another folder. */
  rename(): void {
    const path = this.#otherPath();
    renameSync(this.#path, path);
    this.#path = path;
  }

  /** The file loses its end, which will be written again. */
  truncate(): void {
    this.#written = this.#pick(this.#written + 1);
    truncateSync(this.#path, this.#written);
  }

  /** A second file that holds what this one does so far, and goes on by itself. */
  copy(): Writer {
    const copy = new Writer(this.#folder, basename(this.#path), this.#content, this.#pick);
    copyFileSync(this.#path, copy.#path);
    copy.#written = this.#written;
    return copy;
  }

  #otherPath(): string {
    this.#moves += 1;
    const path = join(this.#folder, `m${this.#pick(1e6)}-${this.#moves}`, basename(this.#path));
    mkdirSync(dirname(path), { recursive: true });
    return path;
  }
}
