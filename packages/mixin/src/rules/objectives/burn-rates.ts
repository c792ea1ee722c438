import type { Severity } from '@turnscope/core';

/** How fast a budget of failures may be spent before somebody is told. */
export interface BurnRate {
  /** So many times as fast as would spend it in exactly the period of the objective. */
  readonly factor: number;
  /** Long enough to be sure. */
  readonly long: string;
  /** Short enough to see that it is over. */
  readonly short: string;
  readonly severity: Severity;
  readonly forSeconds: number;
  readonly keepFiringForSeconds: number;
}

/** The period that objectives are stated for. */
export const budgetDays = 30;

/**
 * Multi-window, multi-burn-rate alerts, table 5-8 of https://sre.google/workbook/alerting-on-slos/: the first two are
 * fast, 2 % of the budget in an hour and 5 % in six; the others slow, 10 % in one day and in three.
 */
export const burnRates: readonly BurnRate[] = [
  {
    factor: 14.4,
    long: '1h',
    short: '5m',
    severity: 'critical',
    forSeconds: 120,
    keepFiringForSeconds: 300,
  },
  {
    factor: 6,
    long: '6h',
    short: '30m',
    severity: 'critical',
    forSeconds: 900,
    keepFiringForSeconds: 300,
  },
  {
    factor: 3,
    long: '1d',
    short: '2h',
    severity: 'warning',
    forSeconds: 3600,
    keepFiringForSeconds: 900,
  },
  {
    factor: 1,
    long: '3d',
    short: '6h',
    severity: 'warning',
    forSeconds: 10_800,
    keepFiringForSeconds: 900,
  },
];

/**
 * The share of failures from which a budget burns so fast. Throws a RangeError where the objective is no share
 * between 0 and 1, or where more than everything would have to fail.
 */
export function failingShare(
  name: string,
  objective: number,
  { factor }: Pick<BurnRate, 'factor'>,
): number {
  if (!(objective > 0 && objective < 1)) {
    throw new RangeError(`objectives.${name} must be a share between 0 and 1, got ${objective}`);
  }
  // The difference keeps the digits of the objective, and fewer of its own: 1 - 0.99999 is 0.0000100000000000655.
  const budget = Number((1 - objective).toFixed(14));
  const share = round(factor * budget);
  if (share < 1) return share;
  const percent = round(share * 100);
  const least = round(1 - 1 / factor);
  throw new RangeError(
    `objectives.${name} ${objective} cannot be watched: its budget burns ${factor} times too fast only when ${percent} % fail. State an objective above ${least}`,
  );
}

/** Of fewer nobody is told, however many failed. */
const fewestSamples = 10;

/** So many samples that a single failure among them is not beyond the share, and that they are not a handful. */
export function leastSamples(share: number): number {
  return Math.max(fewestSamples, Math.floor(round(1 / share)) + 1);
}

/** Without the noise of binary fractions: 1 - 0.99 is 0.010000000000000009. */
function round(value: number): number {
  return Number(value.toPrecision(12));
}
