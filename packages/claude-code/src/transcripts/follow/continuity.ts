import { closeSync, openSync, readSync } from 'node:fs';

/** Enough for the end of a line with its id or time, which stands at the same place in no other file. */
const tailBytes = 128;

/**
 * Tells whether a file still holds what was read of it, by the bytes just before the place where
 * reading stopped. Sizes and inodes do not tell: a file may be replaced by a longer one, by one
 * that was given the same inode, or by a copy that goes on where it stopped. MUTABLE: those bytes.
 */
export class Continuity {
  #tail: Buffer = Buffer.alloc(0);

  /** Reading stopped at `offset`. Throws as the file system does. */
  keep(path: string, offset: number): void {
    this.#tail = readBefore(path, offset);
  }

  /** Whether the same bytes still stand before `offset`. Throws as the file system does. */
  holds(path: string, offset: number): boolean {
    return this.#tail.length === 0 || readBefore(path, offset).equals(this.#tail);
  }
}

function readBefore(path: string, offset: number): Buffer {
  const length = Math.min(offset, tailBytes);
  if (length === 0) return Buffer.alloc(0);
  const bytes = Buffer.alloc(length);
  const file = openSync(path, 'r');
  try {
    return bytes.subarray(0, readSync(file, bytes, 0, length, offset - length));
  } finally {
    closeSync(file);
  }
}
