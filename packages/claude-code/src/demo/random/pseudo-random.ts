/** Gives numbers in [0, 1), evenly spread: the contract of `Math.random`, with a seed. */
export type RandomSource = () => number;

/** The 128 bits a generator goes on from; not all four words may be 0. */
export type GeneratorState = readonly [number, number, number, number];

/**
 * A sequence that only the seeds decide, on every machine. Seeds are whole numbers of any size;
 * the same numbers in another order are another sequence. Good for play, not for secrets.
 */
export function createPseudoRandom(...seeds: readonly number[]): RandomSource {
  let folded = 0;
  for (const seed of seeds) folded = scramble(scramble(folded ^ seed) ^ (seed / 2 ** 32));
  return randomFrom([1, 2, 3, 4].map((word) => scramble(folded + word * weylStep)) as Words);
}

/**
 * xoshiro128** 1.1 by David Blackman and Sebastiano Vigna, https://prng.di.unimi.it/xoshiro128starstar.c.
 * Its period of 2^128 - 1 keeps the agents' sequences, and so their ids, apart.
 */
export function randomFrom(state: GeneratorState): RandomSource {
  let [a, b, c, d] = state;
  return () => {
    const result = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotateLeft(d, 11);
    return result / 2 ** 32;
  };
}

type Words = [number, number, number, number];

/** The golden ratio as a fraction of 2^32: splitmix's distance between neighbouring inputs. */
const weylStep = 0x9e3779b9;

/** The output function of splitmix32, with the constants of https://github.com/skeeto/hash-prospector. */
function scramble(word: number): number {
  let mixed = word | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

function rotateLeft(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}
