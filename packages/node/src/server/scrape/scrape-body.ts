import { Readable } from 'node:stream';

/** An answer up to this size is sent whole, with its length; of a longer one no more than this is ever held. */
const wholeBytes = 1024 * 1024;

/** What is sent. */
export type ScrapeBody = Buffer | Readable;

/**
 * The pieces as one buffer where they are few, else as a stream that makes them as they are sent.
 * Rejects with what goes wrong before the first megabyte; later that ends the stream, and the
 * connection in the middle of the answer.
 */
export async function scrapeBody(pieces: AsyncGenerator<Buffer, void>): Promise<ScrapeBody> {
  const first: Buffer[] = [];
  let length = 0;
  while (length < wholeBytes) {
    const { done, value } = await pieces.next();
    if (done) return Buffer.concat(first);
    first.push(value);
    length += value.length;
  }
  return Readable.from(chain(first, pieces), { objectMode: false });
}

async function* chain(
  first: readonly Buffer[],
  rest: AsyncGenerator<Buffer, void>,
): AsyncGenerator<Buffer, void> {
  try {
    yield* first;
    yield* rest;
  } finally {
    // A client that leaves during the first pieces would leave the rest waiting.
    await rest.return();
  }
}
