import { describe, expect, it } from '@jest/globals';
import { createPseudoRandom, randomFrom } from '../../../src/demo/random/pseudo-random.ts';

function take(random: () => number, count: number): number[] {
  return Array.from({ length: count }, random);
}

describe('randomFrom', () => {
  it('gives the numbers of the reference implementation in C', () => {
    // State and outputs as printed by xoshiro128starstar.c 1.1, in
    // https://github.com/edorfaus/xoshiro-6502/blob/master/test-rom/testdata.asm.
    const random = randomFrom([0x964d4a0c, 0xd40ab895, 0xad7fdecb, 0x3006f0f0]);
    const expected = [0xf1391922, 0x6fe53806, 0xa5be2840, 0xf510ee70];
    expect(take(random, 4)).toEqual(expected.map((word) => word / 2 ** 32));
  });
});

describe('createPseudoRandom', () => {
  it('repeats itself for the same seeds', () => {
    expect(take(createPseudoRandom(7, 8), 50)).toEqual(take(createPseudoRandom(7, 8), 50));
  });

  it.each([
    { name: 'another seed', seeds: [8, 8] },
    { name: 'another order', seeds: [8, 7] },
    { name: 'one seed more', seeds: [7, 8, 0] },
    { name: 'a seed that differs beyond 32 bits', seeds: [7 + 2 ** 33, 8] },
  ])('gives something else for $name', ({ seeds }) => {
    expect(take(createPseudoRandom(...seeds), 4)).not.toEqual(take(createPseudoRandom(7, 8), 4));
  });

  it('fills [0, 1) evenly', () => {
    const tenths = Array.from({ length: 10 }, () => 0);
    for (const value of take(createPseudoRandom(1), 100_000)) {
      const tenth = Math.floor(value * 10);
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    // Six standard deviations of a binomial count with n = 100,000 and p = 0.1.
    for (const count of tenths) expect(Math.abs(count - 10_000)).toBeLessThan(570);
  });
});
