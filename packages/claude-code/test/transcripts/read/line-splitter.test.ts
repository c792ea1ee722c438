import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LineSplitter } from '../../../src/transcripts/read/line-splitter.ts';

/** What a splitter finds in these chunks; null stands for a line that was too long. */
function split(chunks: readonly Uint8Array[], longestLine: number) {
  const splitter = new LineSplitter(longestLine);
  const found: (string | null)[] = [];
  let mostKept = 0;
  for (const chunk of chunks) {
    const reused = Buffer.from(chunk);
    splitter.push(reused, {
      line: (bytes) => found.push(bytes.toString('latin1')),
      tooLong: () => found.push(null),
    });
    reused.fill(0);
    mostKept = Math.max(mostKept, splitter.unfinishedBytes);
  }
  return { found, mostKept, unfinished: splitter.unfinishedBytes };
}

const bytesWithNewlines = fc
  .uint8Array({ maxLength: 200 })
  .map((bytes) => bytes.map((byte) => (byte < 40 ? 10 : byte)));

describe('a line splitter', () => {
  it('hands out lines without their newlines and keeps the unfinished one', () => {
    const chunks = ['one\ntw', 'o\n', '\nthr', 'ee'].map((chunk) => Buffer.from(chunk));
    expect(split(chunks, 100)).toEqual({
      found: ['one', 'two', ''],
      mostKept: 5,
      unfinished: 5,
    });
  });

  it('drops a line that is too long, whole or in parts, and goes on', () => {
    const chunks = ['123456\nok\n12345', '6789', '012\nend\n'].map((chunk) => Buffer.from(chunk));
    expect(split(chunks, 5)).toEqual({
      found: [null, 'ok', null, 'end'],
      mostKept: 5,
      unfinished: 0,
    });
  });

  it('takes a line that is exactly as long as the limit, whole or in parts', () => {
    const chunks = ['12345\n12', '345', '\n1234', '56\n'].map((chunk) => Buffer.from(chunk));
    expect(split(chunks, 5).found).toEqual(['12345', '12345', null]);
  });

  it('finds the same lines wherever the bytes are cut, and never keeps more than its limit', () => {
    fc.assert(
      fc.property(
        bytesWithNewlines,
        fc.array(fc.nat({ max: 200 }), { maxLength: 10 }),
        fc.integer({ min: 1, max: 30 }),
        (bytes, positions, longestLine) => {
          const cuts = [0, ...positions.toSorted((left, right) => left - right), bytes.length];
          const chunks = cuts.map((cut, index) => bytes.subarray(cut, cuts[index + 1] ?? cut));
          const whole = split([bytes], longestLine);
          const pieces = split(chunks, longestLine);
          expect(pieces.found).toEqual(whole.found);
          expect(pieces.mostKept).toBeLessThanOrEqual(longestLine);
        },
      ),
    );
  });
});
