import { setImmediate } from 'node:timers/promises';
import type { WorkTime } from './work-time.ts';

/** Longest time that empty pieces are made in a row: as long, numbers are read as of one moment. */
const longestReading = 0.004;

/** Longest time that other pieces are made in a row. To send them takes as long again, which nobody counts. */
const longestWriting = 0.002;

/**
 * The pieces as bytes, without empty ones. Whatever else the process has to do gets its turn every few
 * milliseconds. The time that making them takes is counted in `work`.
 */
export async function* pacedPieces(
  pieces: Iterable<string | Uint8Array>,
  work: WorkTime,
): AsyncGenerator<Buffer, void> {
  const iterator = pieces[Symbol.iterator]();
  let turnSeconds = work.seconds;
  for (;;) {
    const piece = work.of(() => nextPiece(iterator));
    if (piece === undefined) return;
    if (piece.length > 0) yield piece;
    const longest = piece.length > 0 ? longestWriting : longestReading;
    if (work.seconds - turnSeconds < longest) continue;
    await setImmediate();
    turnSeconds = work.seconds;
  }
}

function nextPiece(iterator: Iterator<string | Uint8Array>): Buffer | undefined {
  const { done, value } = iterator.next();
  if (done) return undefined;
  return typeof value === 'string'
    ? Buffer.from(value)
    : Buffer.from(value.buffer, value.byteOffset, value.length);
}
