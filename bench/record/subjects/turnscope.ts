import { PerformanceMonitor } from '@turnscope/core';
import type { Exchange } from '../workload.ts';

/** Turnscope: validation, labels, all cells, conversations and breach check. */
export function createTurnscope(enabled = true): (exchange: Exchange) => void {
  const monitor = new PerformanceMonitor({
    enabled,
    thresholds: { profile: 'coding-agent' },
  });
  return (exchange) => monitor.recordExchange(exchange);
}
