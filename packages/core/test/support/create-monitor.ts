import { type MonitorOptions, PerformanceMonitor } from '@turnscope/core';
import { sourceNames } from '../../src/catalogue/source-names.ts';
import { FakeClock } from './fake-clock.ts';

/** A monitor that shows every metric, at once, on a clock that stands still. */
export function createMonitor(options: MonitorOptions = {}): PerformanceMonitor {
  return new PerformanceMonitor({
    clock: new FakeClock(),
    sources: sourceNames,
    zeroHoldSeconds: 0,
    ...options,
  });
}
