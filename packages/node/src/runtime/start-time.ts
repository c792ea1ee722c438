import type { Clock, MetricFamily } from '@turnscope/core';
import { singleValue } from './runtime-family.ts';

/** When this process started, worked out once so that it never changes. */
export function startTime(clock: Clock): MetricFamily {
  const startedAt = clock.now() / 1000 - process.uptime();
  return singleValue(
    'gauge',
    {
      name: 'process_start_time_seconds',
      unit: 'seconds',
      help: 'Start time of the process since unix epoch in seconds.',
    },
    () => startedAt,
  );
}
