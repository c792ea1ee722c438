import { describe, expect, it } from '@jest/globals';
import { Ring, type RingOptions } from '../../src/window/ring.ts';

const second = 1000;

function ringOf(options: Partial<RingOptions> = {}): Ring {
  return new Ring({
    fineSeconds: 60,
    historySeconds: 600,
    coarseSeconds: 60,
    limitBytes: 1e6,
    ...options,
  });
}

function push(ring: Ring, ...seconds: readonly number[]): void {
  for (const at of seconds) ring.push({ at: at * second, numbers: new Float64Array([at]) });
}

/** The times of all entries, found from the outside. */
function timesOf(ring: Ring): readonly number[] {
  const times: number[] = [];
  let entry = ring.firstFrom(0);
  while (entry !== undefined) {
    times.push(entry.at / second);
    entry = ring.firstFrom(entry.at + 1);
  }
  return times;
}

describe('the ring', () => {
  it('keeps every entry for a while, then one in so many seconds', () => {
    const ring = ringOf();
    push(ring, ...Array.from({ length: 21 }, (_, at) => at * 15));
    // Now it is second 300: every one from 240 on, before that one a minute.
    expect(timesOf(ring)).toEqual([0, 60, 120, 180, 240, 255, 270, 285, 300]);
    expect(ring.length).toBe(9);
  });

  it('forgets what is older than its history', () => {
    const ring = ringOf();
    push(ring, 0, 300, 601);
    expect(timesOf(ring)).toEqual([300, 601]);
  });

  it('forgets everything but now after a long sleep', () => {
    const ring = ringOf();
    push(ring, 0, 15, 30, 9 * 3600);
    expect(timesOf(ring)).toEqual([9 * 3600]);
  });

  it.each([
    ['before all', 0, 15, undefined],
    ['at the first', 15, 15, 15],
    ['between two', 20, 30, 15],
    ['at the last', 45, 45, 45],
    ['after all', 46, undefined, 45],
  ] as const)('finds the entries around a time %s', (_where, at, next, previous) => {
    const ring = ringOf();
    push(ring, 15, 30, 45);
    expect(ring.firstFrom(at * second)?.at).toBe(next && next * second);
    expect(ring.lastUntil(at * second)?.at).toBe(previous && previous * second);
  });

  it('finds entries that are no longer fine', () => {
    const ring = ringOf();
    push(ring, 0, 60, 120, 180, 240);
    expect(ring.firstFrom(50 * second)?.at).toBe(60 * second);
    expect(ring.lastUntil(130 * second)?.at).toBe(120 * second);
  });

  it('drops the oldest for lack of memory, and counts them', () => {
    const ring = ringOf({ limitBytes: 3 * 208 });
    push(ring, 0, 15, 30, 45, 60);
    expect(timesOf(ring)).toEqual([30, 45, 60]);
    expect(ring.dropped).toBe(2);
    expect(ring.bytes).toBe(3 * 208);
  });

  it('keeps two entries whatever they take: one is no window', () => {
    const ring = ringOf({ limitBytes: 1 });
    push(ring, 0, 15, 30);
    expect(timesOf(ring)).toEqual([15, 30]);
  });

  it.each([
    ['a little', [0, 15, 30, 29], [0, 15, 29]],
    ['to the time of an entry', [0, 15, 30, 15], [0, 15]],
    ['by more than was kept', [100, 115, 130, 5], [5]],
  ])('forgets the future when the clock is set back %s', (_how, pushed, left) => {
    const ring = ringOf();
    push(ring, ...pushed);
    expect(timesOf(ring)).toEqual(left);
    expect(ring.bytes).toBe(left.length * 208);
  });

  it('forgets entries that are no longer fine too when the clock is set far back', () => {
    const ring = ringOf();
    push(ring, ...Array.from({ length: 21 }, (_, at) => at * 15), 100);
    expect(timesOf(ring)).toEqual([0, 60, 100]);
    expect(ring.bytes).toBe(3 * 208);
  });
});
