import { median } from './median.ts';

/** One thing to measure: does its work once more, `amount` times. */
export interface Variant {
  readonly name: string;
  run(amount: number): void | Promise<void>;
}

export interface Measurement {
  readonly name: string;
  /** Median over the rounds. */
  readonly nanoseconds: number;
  /** Median over the rounds of the ratio to the base inside the same round. */
  readonly ratio: number;
}

export interface InterleaveOptions {
  /** How often each variant does its work in a round. */
  readonly amount: number;
  readonly rounds: number;
  /** The variant that the others are compared with. */
  readonly base: string;
}

/**
 * Runs all variants in every round, in rotated order, and compares them inside the round: a noisy
 * machine slows neighbours alike, so ratios hold where times do not.
 */
export async function interleave(
  variants: readonly Variant[],
  { amount, rounds, base }: InterleaveOptions,
): Promise<readonly Measurement[]> {
  for (const variant of variants) await variant.run(amount);
  const times = new Map<string, number[]>(variants.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const variant of rotate(variants, round)) {
      const time = await timeOf(() => variant.run(amount));
      times.get(variant.name)?.push(time / amount);
    }
  }
  const bases = times.get(base) ?? [];
  return variants.map(({ name }) => {
    const own = times.get(name) ?? [];
    const ratios = own.map((time, round) => time / (bases[round] ?? Number.NaN));
    return { name, nanoseconds: median(own), ratio: median(ratios) };
  });
}

function rotate<T>(items: readonly T[], by: number): readonly T[] {
  const start = by % items.length;
  return [...items.slice(start), ...items.slice(0, start)];
}

async function timeOf(work: () => void | Promise<void>): Promise<number> {
  const start = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - start);
}
