import { mannKendall } from './mann-kendall.ts';
import type { ReportedSignal } from './reported-signals.ts';
import { type Point, theilSenSlope } from './theil-sen.ts';

export type Direction = 'rising' | 'falling' | 'stable' | 'insufficient data';

/** How a signal moved over equal slots of the window. */
export interface Trend {
  readonly signal: ReportedSignal;
  readonly processType: string;
  readonly direction: Direction;
  /** In the signal's unit for each hour; `null` with insufficient data. */
  readonly slopePerHour: number | null;
  readonly pValue: number | null;
  /** Slots that have a value. */
  readonly slots: number;
}

/** With fewer the test says little, and its approximation less. */
const leastSlots = 8;
const significance = 0.05;
const millisecondsPerHour = 3_600_000;

/**
 * The Theil-Sen slope with the Mann-Kendall test at 5 %. `points`: values of the slots that have one, by
 * epoch milliseconds of their middle.
 */
export function trendOf(
  signal: ReportedSignal,
  processType: string,
  points: readonly Point[],
): Trend {
  const slots = points.length;
  const inHours = points.map(({ x, y }) => ({ x: x / millisecondsPerHour, y }));
  const slope = slots < leastSlots ? undefined : theilSenSlope(inHours);
  if (slope === undefined) {
    const direction = 'insufficient data';
    return { signal, processType, direction, slopePerHour: null, pValue: null, slots };
  }
  const { s, pValue } = mannKendall(points.map(({ y }) => y));
  const direction = directionOf(s, pValue);
  return { signal, processType, direction, slopePerHour: slope, pValue, slots };
}

/** By the test's own sign: where most values are equal the median slope may be 0 although a trend is there. */
function directionOf(s: number, pValue: number): Direction {
  if (pValue >= significance) return 'stable';
  return s > 0 ? 'rising' : 'falling';
}
