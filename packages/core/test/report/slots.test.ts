import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cutSlots } from '../../src/report/slots.ts';
import { Ring } from '../../src/window/ring.ts';
import { cutBetween } from '../../src/window/window.ts';
import { noon } from '../support/fake-clock.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** A ring with a counter that stood at each of these values, by minutes after noon. */
function ringOf(entries: readonly (readonly [minute: number, value: number])[]): Ring {
  const ring = new Ring({
    fineSeconds: 1e9,
    historySeconds: 1e9,
    coarseSeconds: 300,
    limitBytes: 1e9,
  });
  for (const [at, value] of entries) {
    ring.push({ at: noon + at * minute, numbers: new Float64Array([value]) });
  }
  return ring;
}

/** An entry each minute for some hours; the counter is the minute. */
function everyMinute(hours: number): Ring {
  return ringOf(Array.from({ length: hours * 60 + 1 }, (_, at) => [at, at]));
}

function sumOf(steps: readonly (readonly [number, number])[], part: 0 | 1): number {
  return steps.reduce((sum, step) => sum + step[part], 0);
}

describe('the slots of a window', () => {
  it.each([
    ['a day', 24, 24, hour],
    ['two hours', 2, 24, 5 * minute],
    ['an hour and a half', 1.5, 18, 5 * minute],
    ['an hour', 1, 12, 5 * minute],
    ['twelve minutes', 0.2, 12, minute],
  ])('of %s', (_name, hours, count, length) => {
    const slots = cutSlots(everyMinute(24), noon, noon + hours * hour);
    expect(slots).toHaveLength(count);
    expect(new Set(slots.map(({ from, to }) => to - from))).toEqual(new Set([length]));
    expect([slots[0]?.from, slots.at(-1)?.to]).toEqual([noon, noon + hours * hour]);
  });

  it.each([
    ['no entry', [], noon, noon + day],
    ['one entry', [[0, 0]], noon - hour, noon + hour],
    [
      'entries before the window only',
      [
        [0, 0],
        [1, 1],
      ],
      noon + hour,
      noon + day,
    ],
    [
      'entries after the window only',
      [
        [0, 0],
        [1, 1],
      ],
      noon - day,
      noon - hour,
    ],
  ] as const)('are none with %s', (_name, entries, from, to) => {
    expect(cutSlots(ringOf(entries), from, to)).toEqual([]);
  });

  it('leave out those in which nothing was evaluated', () => {
    const ring = ringOf([
      ...Array.from({ length: 10 }, (_, at) => [at, at] as const),
      [55, 60],
      [60, 70],
    ]);
    const slots = cutSlots(ring, noon, noon + hour);
    expect(slots.map(({ from, to }) => [(from - noon) / minute, (to - noon) / minute])).toEqual([
      [0, 5],
      [5, 55],
      [55, 60],
    ]);
  });

  it('together are the whole window, one behind the other', () => {
    const entries = fc
      .array(fc.tuple(fc.integer({ min: 1, max: 200 }), fc.nat(9)), { maxLength: 80 })
      .map((steps) =>
        steps.map(
          (_, at) => [sumOf(steps.slice(0, at + 1), 0), sumOf(steps.slice(0, at + 1), 1)] as const,
        ),
      );
    const time = fc.double({ min: noon - hour, max: noon + 2 * day, noNaN: true });
    fc.assert(
      fc.property(entries, time, time, (given, a, b) => {
        fc.pre(a !== b);
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const ring = ringOf(given);
        const slots = cutSlots(ring, from, to);
        const whole = cutBetween(ring, from, to);
        expect(slots.reduce((sum, slot) => sum + slot.increase(0), 0)).toBe(
          whole?.increase(0) ?? 0,
        );
        expect(slots.slice(1).map((slot) => slot.from)).toEqual(
          slots.slice(0, -1).map((slot) => slot.to),
        );
        expect([slots[0]?.from, slots.at(-1)?.to]).toEqual([whole?.from, whole?.to]);
      }),
      { numRuns: 500 },
    );
  });
});
