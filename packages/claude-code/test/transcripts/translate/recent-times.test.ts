import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { RecentMap } from '../../../src/transcripts/translate/recent-map.ts';
import { RecentTimes } from '../../../src/transcripts/translate/recent-times.ts';

const keys = fc.oneof(
  fc.integer({ min: 1, max: 60 }),
  fc.integer({ min: 1, max: 60 }).map((key) => key * 2 ** 32),
);
const someTime = fc.option(fc.nat(), { nil: undefined });
const actions = fc.array(
  fc.oneof(
    { weight: 12, arbitrary: fc.record({ key: keys, time: someTime }) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 12 }) },
  ),
  { maxLength: 200 },
);
const seen = Array.from({ length: 60 }, (_, index) => [index + 1, (index + 1) * 2 ** 32]).flat();

/** What a map knows of all keys there may be. */
function known(map: Pick<RecentTimes, 'has' | 'get'>) {
  return seen.filter((key) => map.has(key)).map((key) => [key, map.get(key)]);
}

function addTo(
  times: RecentTimes,
  map: RecentMap<number, number | undefined>,
  { key, time }: { readonly key: number; readonly time: number | undefined },
): void {
  if (times.has(key)) return;
  times.add(key, time);
  map.set(key, time);
}

describe('recent times', () => {
  it('are known as a recent map knows them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 50 }), actions, (limit, all) => {
        const times = new RecentTimes(limit);
        const map = new RecentMap<number, number | undefined>(limit);
        for (const action of all) {
          if (typeof action === 'number') {
            times.keepLatest(action);
            map.keepLatest(action);
          } else addTo(times, map, action);
          expect(known(times)).toEqual(known(map));
        }
      }),
    );
  });

  it('are no more than the limit and at least half of it', () => {
    const times = new RecentTimes(1024);
    for (let key = 1; key <= 5000; key += 1) times.add(key, key);
    const known = Array.from({ length: 5000 }, (_, index) => index + 1).filter((key) =>
      times.has(key),
    );
    expect(known.length).toBeGreaterThanOrEqual(512);
    expect(known.length).toBeLessThanOrEqual(1024);
    expect(known.at(-1)).toBe(5000);
    expect(times.get(5000)).toBe(5000);
  });
});
