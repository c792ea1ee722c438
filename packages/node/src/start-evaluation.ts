import type { PerformanceMonitor } from '@turnscope/core';
import { systemTimers, type Timers } from './timers.ts';

/** How a monitor is made to evaluate. Everything may be left out. */
export interface EvaluationTimerOptions {
  /** Default: the interval of the monitor, which never evaluates more often. */
  readonly intervalSeconds?: number | undefined;
  /** Told when an evaluation throws, which is a defect of Turnscope. The next one comes all the same. */
  readonly onError?: ((error: unknown) => void) | undefined;
  readonly timers?: Timers | undefined;
}

/** A monitor that is made to evaluate. */
export interface EvaluationTimer {
  /** No evaluation comes from here any more. */
  stop(): void;
}

/**
 * The monitor is asked so many times in an interval. It evaluates only when that is due, and a timer
 * that fires a millisecond early, or a scrape in between, would make it skip a whole interval.
 */
const asksInInterval = 5;

/**
 * Makes a monitor evaluate its signals and alerts now and then each interval, scraped or not. Does not
 * keep the process alive.
 */
export function startEvaluation(
  monitor: Pick<PerformanceMonitor, 'evaluate' | 'evaluation'>,
  options: EvaluationTimerOptions = {},
): EvaluationTimer {
  const { intervalSeconds = monitor.evaluation.intervalSeconds } = options;
  const { timers = systemTimers, onError = () => {} } = options;
  const pauseMs = (intervalSeconds * 1000) / asksInInterval;
  let cancel = () => {};
  const round = () => {
    cancel = timers.after(pauseMs, round);
    try {
      monitor.evaluate();
    } catch (error) {
      onError(error);
    }
  };
  round();
  return { stop: () => cancel() };
}
