import { type MonitorOptions, PerformanceMonitor } from '@turnscope/core';
import type { Exchange } from '../workload.ts';

/** Turnscope: validation, labels, all cells, conversations and breach check. */
export function createTurnscope(enabled = true): (exchange: Exchange) => void {
  const monitor = new PerformanceMonitor({
    enabled,
    thresholds: { profile: 'coding-agent' },
  });
  return (exchange) => monitor.recordExchange(exchange);
}

/** The same with everything that is kept of single observations. */
export function createDetailedTurnscope(
  details: Pick<MonitorOptions, 'exemplars' | 'nativeHistograms'>,
): (exchange: Exchange) => void {
  const monitor = new PerformanceMonitor({ thresholds: { profile: 'coding-agent' }, ...details });
  return (exchange) => monitor.recordExchange(exchange);
}

/** Every so many exchanges an evaluation: a thousand times as often as in a process that does nothing but record. */
const exchangesForEachEvaluation = 100_000;

/** The same while signals and alerts are evaluated: the exchanges happen now, by a clock that stands still in between. */
export function createEvaluatedTurnscope(): (exchange: Exchange) => void {
  let now = Date.UTC(2026, 10, 1);
  let recorded = 0;
  const monitor = new PerformanceMonitor({
    clock: { now: () => now },
    thresholds: { profile: 'coding-agent' },
  });
  return (exchange) => {
    monitor.recordExchange(exchange);
    recorded += 1;
    if (recorded % exchangesForEachEvaluation !== 0) return;
    now += 15_000;
    monitor.evaluate();
  };
}
