import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hashText } from '../../../src/transcripts/translate/hash-text.ts';
import { OnceTable } from '../../../src/transcripts/translate/once-table.ts';

const allIds = Array.from({ length: 61 }, (_, number) => `id-${number}`);

/** The table in the plainest words: a list of the latest ids. */
class LatestIds {
  readonly #capacity: number;
  ids: string[] = [];
  dropped = 0;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  add(id: string): void {
    this.ids.push(id);
    if (this.ids.length <= this.#capacity) return;
    this.ids.shift();
    this.dropped += 1;
  }
}

/** Of each possible id: its numbers, where it is known. */
function contentOf(table: OnceTable) {
  return allIds.map((id) => {
    const entry = table.find(1, id);
    return entry === undefined ? undefined : [table.word(entry), table.amount(entry, 3)];
  });
}

function expectedOf({ ids }: LatestIds) {
  return allIds.map((id, number) => (ids.includes(id) ? [number, number * 2] : undefined));
}

describe('a once table', () => {
  it('knows the latest ids with their numbers, and counts what it dropped', () => {
    const ids = fc.array(fc.nat({ max: 60 }), { maxLength: 300 });
    fc.assert(
      fc.property(ids, fc.integer({ min: 1, max: 40 }), (sequence, capacity) => {
        const table = new OnceTable(capacity);
        const model = new LatestIds(capacity);
        for (const number of sequence) {
          const id = `id-${number}`;
          if (table.find(1, id) !== undefined) continue;
          const entry = table.add(1, id);
          table.setWord(entry, number);
          table.setAmount(entry, 3, number * 2);
          model.add(id);
        }
        expect(contentOf(table)).toEqual(expectedOf(model));
        expect([table.size, table.dropped]).toEqual([model.ids.length, model.dropped]);
      }),
    );
  });

  it('tells the same id of two kinds apart', () => {
    const table = new OnceTable(8);
    table.add(1, 'a');
    expect([table.find(1, 'a'), table.find(2, 'a'), table.find(1, 'b')]).toEqual([
      0,
      undefined,
      undefined,
    ]);
  });

  it('begins an entry that takes the place of a dropped one with zeros', () => {
    const table = new OnceTable(1);
    const first = table.add(1, 'a');
    table.setWord(first, 7);
    table.setAmount(first, 0, 9);
    const second = table.add(1, 'b');
    expect([table.word(second), table.amount(second, 0), table.find(1, 'a')]).toEqual([
      0,
      0,
      undefined,
    ]);
  });

  // All that it adds to is added: its arrays are replaced as they grow.
  it('grows to 2^20 entries in 38 MB, and drops the oldest beyond', () => {
    const table = new OnceTable(2 ** 20);
    for (let index = 0; index < 2 ** 20 + 10; index += 1) {
      table.setWord(table.add(1, `toolu_${index}`), index);
    }
    const entries = [0, 9, 10, 2 ** 20 + 9].map((index) => table.find(1, `toolu_${index}`));
    expect(entries.map((entry) => entry && table.word(entry))).toEqual([
      undefined,
      undefined,
      10,
      2 ** 20 + 9,
    ]);
    expect([table.size, table.dropped]).toEqual([2 ** 20, 10]);
    expect(table.bytes).toBe(28 * 2 ** 20 + 8 * 2 ** 20);
  });
});

describe('a hash', () => {
  it('of a kind differs from that of another, whatever the first letters are', () => {
    const hash = new Uint32Array(2);
    const seen = new Set<string>();
    const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(97 + index));
    for (const letter of letters) {
      for (let kind = 0; kind < 10; kind += 1) {
        hashText(`${letter}1`, kind, hash);
        seen.add(hash.join());
      }
    }
    expect(seen.size).toBe(260);
  });

  it('differs between a hundred thousand ids in each half, as often as chance would have it', () => {
    const hash = new Uint32Array(2);
    const halves = [new Set<number>(), new Set<number>()] as const;
    const whole = new Set<string>();
    for (let index = 0; index < 100_000; index += 1) {
      hashText(`msg_01${index.toString(36)}`, 1, hash);
      halves[0].add(hash[0] ?? 0);
      halves[1].add(hash[1] ?? 0);
      whole.add(hash.join());
    }
    // Among 10^5 numbers of 32 bits, 1.2 pairs are expected to be equal.
    expect(halves[0].size).toBeGreaterThan(99_985);
    expect(halves[1].size).toBeGreaterThan(99_985);
    expect(whole.size).toBe(100_000);
  });
});
