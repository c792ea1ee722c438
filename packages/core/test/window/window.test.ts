import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Ring } from '../../src/window/ring.ts';
import { cutBetween, cutWindow } from '../../src/window/window.ts';

const second = 1000;

/** A ring with one number: pairs of a time in seconds and its value then. */
function ringOf(...entries: readonly (readonly [number, number])[]): Ring {
  const ring = new Ring({
    fineSeconds: 3660,
    historySeconds: 86_400,
    coarseSeconds: 300,
    limitBytes: 1e6,
  });
  for (const [at, value] of entries) {
    ring.push({ at: at * second, numbers: new Float64Array([value]) });
  }
  return ring;
}

describe('a window', () => {
  it.each([
    ['both ends on entries', 30, 30, [0, 0, 7]],
    ['its start between entries', 30, 29, [15, 5, 7]],
    ['its start before all', 30, 3600, [0, 0, 7]],
    ['its end after the last entry', 40, 30, [15, 5, 7]],
  ] as const)(
    'runs from the first entry at or after its start to the last one: %s',
    (_name, to, length, [from, before, after]) => {
      const window = cutWindow(ringOf([0, 0], [15, 5], [30, 7]), to * second, length);
      expect(window?.from).toBe(from * second);
      expect(window?.to).toBe(30 * second);
      expect(window?.increase(0)).toBe(after - before);
      expect(window?.latest(0)).toBe(after);
    },
  );

  it.each([
    ['nothing', []],
    ['one entry', [[15, 5]]],
    [
      'one entry within, one before',
      [
        [0, 0],
        [3000, 5],
      ],
    ],
  ] as const)('is none with %s', (_name, entries) => {
    const ring = ringOf(...(entries as readonly (readonly [number, number])[]));
    expect(cutWindow(ring, 3000 * second, 300)).toBeUndefined();
  });

  it('leaves out what a machine did before it slept', () => {
    const night = 9 * 3600;
    const ring = ringOf([0, 0], [15, 100], [night, 140], [night + 15, 141]);
    // 40 were counted between falling asleep and the first look after: they are of no window.
    expect(cutWindow(ring, (night + 15) * second, 300)?.increase(0)).toBe(1);
  });

  it('takes a number that came later as 0 before', () => {
    const ring = ringOf([0, 3]);
    ring.push({ at: 15 * second, numbers: new Float64Array([3, 8]) });
    const window = cutWindow(ring, 15 * second, 60);
    expect([window?.increase(0), window?.increase(1), window?.increase(2)]).toEqual([0, 8, 0]);
    expect(window?.latest(2)).toBeNaN();
  });

  it('never shrinks', () => {
    expect(cutWindow(ringOf([0, 10], [15, 4]), 15 * second, 60)?.increase(0)).toBe(0);
  });

  it('equals the sum of its parts, wherever it is cut', () => {
    const steps = fc.array(fc.record({ after: fc.integer({ min: 1, max: 40 }), by: fc.nat(9) }), {
      minLength: 2,
      maxLength: 60,
    });
    fc.assert(
      fc.property(steps, fc.nat(), (all, choice) => {
        let at = 0;
        let value = 0;
        const entries = all.map(({ after, by }) => {
          at += after;
          value += by;
          return [at, value] as const;
        });
        const ring = ringOf(...entries);
        const [first = [0, 0]] = entries;
        const cut = (entries[choice % entries.length] ?? first)[0] * second;
        const from = first[0] * second;
        const to = at * second;
        const grown = (a: number, b: number) => cutBetween(ring, a, b)?.increase(0) ?? 0;
        expect(grown(from, cut) + grown(cut, to)).toBe(grown(from, to));
        expect(grown(from, to)).toBe(value - first[1]);
      }),
    );
  });
});
