import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { RecentMap } from '../../../src/transcripts/translate/recent-map.ts';

describe('a recent map', () => {
  it('remembers the latest entries and counts what it forgot', () => {
    const map = new RecentMap<string, number>(4);
    for (const [index, key] of ['a', 'b', 'c', 'd', 'e'].entries()) map.set(key, index);
    expect(['a', 'b', 'c', 'd', 'e'].map((key) => map.get(key))).toEqual([
      undefined,
      undefined,
      2,
      3,
      4,
    ]);
    expect(map.size).toBe(3);
    expect(map.forgotten).toBe(2);
  });

  it('holds an entry that is set again once', () => {
    const map = new RecentMap<string, number>(4);
    for (const key of ['a', 'b', 'c', 'a']) map.set(key, 1);
    expect(map.size).toBe(3);
  });

  it('keeps the latest when told to, without counting the others', () => {
    const map = new RecentMap<string, number>(100);
    for (const [index, key] of ['a', 'b', 'c'].entries()) map.set(key, index);
    map.keepLatest(2);
    expect([map.has('a'), map.has('b'), map.has('c'), map.forgotten]).toEqual([
      false,
      true,
      true,
      0,
    ]);
    map.delete('c');
    expect(map.has('c')).toBe(false);
  });

  it('holds at most its limit and always the latest half of it', () => {
    const keys = fc.array(fc.nat({ max: 50 }), { maxLength: 200 });
    fc.assert(
      fc.property(keys, fc.integer({ min: 2, max: 20 }), (sequence, limit) => {
        const map = new RecentMap<number, number>(limit);
        for (const [index, key] of sequence.entries()) {
          map.set(key, index);
          expect(map.size).toBeLessThanOrEqual(limit);
        }
        const latest = [...new Set(sequence.toReversed())].slice(0, Math.floor(limit / 2));
        for (const key of latest) expect(map.get(key)).toBe(sequence.lastIndexOf(key));
      }),
    );
  });
});
