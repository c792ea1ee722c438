import { setImmediate } from 'node:timers/promises';
import type { WorkTime } from './work-time.ts';

/** Longest time that pieces are made in a row. One piece more may take as long. */
const longestSeconds = 0.004;

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
    if (work.seconds - turnSeconds < longestSeconds) continue;
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
