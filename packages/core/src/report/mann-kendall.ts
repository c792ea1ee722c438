/** What a test for a trend found. */
export interface MannKendall {
  /** Pairs that rise minus pairs that fall. */
  readonly s: number;
  /** Probability of a trend at least as strong, in either direction, where there is none. */
  readonly pValue: number;
}

/**
 * The Mann-Kendall test for a monotonic trend, two-sided, by the normal approximation with continuity
 * correction and the variance corrected for ties (Mann 1945, Kendall 1975; Gilbert, Statistical Methods
 * for Environmental Pollution Monitoring, 1987, section 16.4.2). Values in the order of time, equally or
 * unequally spaced; finite numbers. The approximation is good from about eight values on. Values that
 * are all equal, or fewer than two, show no trend: p is 1.
 */
export function mannKendall(values: readonly number[]): MannKendall {
  const s = scoreOf(values);
  const variance = varianceOf(values);
  if (s === 0 || variance <= 0) return { s, pValue: 1 };
  const z = (Math.abs(s) - 1) / Math.sqrt(variance);
  return { s, pValue: 2 * upperTail(z) };
}

function scoreOf(values: readonly number[]): number {
  let s = 0;
  for (const [index, later] of values.entries()) {
    for (const earlier of values.slice(0, index)) s += Math.sign(later - earlier);
  }
  return s;
}

function varianceOf(values: readonly number[]): number {
  const term = (count: number) => count * (count - 1) * (2 * count + 5);
  const ties = new Map<number, number>();
  for (const value of values) ties.set(value, (ties.get(value) ?? 0) + 1);
  const tied = [...ties.values()].reduce((total, count) => total + term(count), 0);
  return (term(values.length) - tied) / 18;
}

/**
 * Probability that a standard normal variable is above z, for z from 0. Abramowitz and Stegun, Handbook
 * of Mathematical Functions, formula 26.2.17: the error is below 7.5e-8.
 */
function upperTail(z: number): number {
  const t = 1 / (1 + 0.2316419 * z);
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  const coefficients = [1.330274429, -1.821255978, 1.781477937, -0.356563782, 0.31938153];
  const polynomial = coefficients.reduce((sum, coefficient) => t * (coefficient + sum), 0);
  return Math.min(0.5, density * polynomial);
}
