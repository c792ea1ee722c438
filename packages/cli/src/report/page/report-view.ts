import type { Report, ReportedSignal } from '@turnscope/core';
import { sampled } from './numbers.ts';
import type { Cell, Tone } from './page.ts';
import { cell } from './page.ts';

/** A report, and how it is shown. */
export interface ReportView {
  readonly report: Report;
  /** Name of the time zone that times are told in: `Europe/Vienna`. */
  readonly timeZone: string;
  /** What to do where there is nothing to show. */
  readonly hints: readonly string[];
}

/** How a signal strikes the eye: by what is recommended about it. */
export function toneOf(
  { recommendations }: Report,
  signal: ReportedSignal,
  processType: string,
): Tone | undefined {
  return recommendations.find((each) => each.signal === signal && each.processType === processType)
    ?.severity;
}

/** The cell of a signal with what it was made from. */
export function signalCell(
  report: Report,
  { processType, signals }: Report['processTypes'][number],
  signal: ReportedSignal,
  show: (value: number | null) => string,
): Cell {
  return cell(sampled(signals[signal], show), toneOf(report, signal, processType));
}
