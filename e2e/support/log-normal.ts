import { pseudoRandom } from './day-of-work.ts';

/** Numbers of a log-normal distribution, the same for the same seed. */
export function logNormal({
  count,
  median,
  sigma,
  seed,
}: {
  readonly count: number;
  readonly median: number;
  /** Standard deviation of their logarithms. */
  readonly sigma: number;
  readonly seed: number;
}): readonly number[] {
  const random = pseudoRandom(seed);
  return Array.from({ length: count }, () => {
    // Box and Muller: two equally distributed numbers make a normally distributed one.
    const radius = Math.sqrt(-2 * Math.log(1 - random()));
    return median * Math.exp(sigma * radius * Math.cos(2 * Math.PI * random()));
  });
}
