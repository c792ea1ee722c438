import { describe, expect, it } from '@jest/globals';
import {
  chance,
  drawInteger,
  drawLogNormal,
  drawOne,
  type LogNormal,
} from '../../../src/demo/random/draw.ts';
import { createPseudoRandom } from '../../../src/demo/random/pseudo-random.ts';

describe('drawInteger', () => {
  it('reaches both ends and nothing beyond', () => {
    const random = createPseudoRandom(1);
    const drawn = new Set(Array.from({ length: 1_000 }, () => drawInteger(random, 3, 6)));
    expect([...drawn].sort()).toEqual([3, 4, 5, 6]);
  });
});

describe('drawOne', () => {
  it('draws every entry', () => {
    const random = createPseudoRandom(2);
    const drawn = new Set(Array.from({ length: 1_000 }, () => drawOne(random, ['a', 'b', 'c'])));
    expect([...drawn].sort()).toEqual(['a', 'b', 'c']);
  });
});

describe('chance', () => {
  it.each([
    { share: 0, expected: false },
    { share: 1, expected: true },
  ])('is certain at $share', ({ share, expected }) => {
    expect(chance(createPseudoRandom(3), share)).toBe(expected);
  });
});

describe('drawLogNormal', () => {
  const spread: LogNormal = { median: 1_000, sigma: 0.5, min: 400, max: 3_000 };

  it('has its median and its quantiles', () => {
    const random = createPseudoRandom(4);
    const drawn = Array.from({ length: 20_001 }, () => drawLogNormal(random, spread));
    drawn.sort((a, b) => a - b);
    expect((drawn[10_000] ?? 0) / 1_000).toBeCloseTo(1, 1);
    // The 0.95 quantile of the normal distribution is 1.645.
    expect((drawn[19_000] ?? 0) / 1_000).toBeCloseTo(Math.exp(0.5 * 1.645), 1);
  });

  it('gives whole numbers within the limits', () => {
    const random = createPseudoRandom(5);
    const drawn = Array.from({ length: 20_000 }, () => drawLogNormal(random, spread));
    expect(drawn.every(Number.isInteger)).toBe(true);
    expect(Math.min(...drawn)).toBe(400);
    expect(Math.max(...drawn)).toBe(3_000);
  });
});
