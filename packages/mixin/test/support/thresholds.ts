import { PerformanceMonitor, type ThresholdOverrides, type Thresholds } from '@turnscope/core';

/** The thresholds of the profile `coding-agent`, with these put over it. */
export function thresholdsWith(overrides: ThresholdOverrides = {}): Thresholds {
  return new PerformanceMonitor({ thresholds: { profile: 'coding-agent', overrides } }).thresholds;
}
