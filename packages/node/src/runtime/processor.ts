import type { MetricFamily } from '@turnscope/core';
import { singleValue } from './runtime-family.ts';

/** `process.cpuUsage()` counts in microseconds. */
const perSecond = 1e6;

/** Processor time of this process. */
export const processorFamilies: readonly MetricFamily[] = [
  singleValue(
    'counter',
    {
      name: 'process_cpu_user_seconds_total',
      unit: 'seconds',
      help: 'Total user CPU time spent in seconds.',
    },
    () => process.cpuUsage().user / perSecond,
  ),
  singleValue(
    'counter',
    {
      name: 'process_cpu_system_seconds_total',
      unit: 'seconds',
      help: 'Total system CPU time spent in seconds.',
    },
    () => process.cpuUsage().system / perSecond,
  ),
  singleValue(
    'counter',
    {
      name: 'process_cpu_seconds_total',
      unit: 'seconds',
      help: 'Total user and system CPU time spent in seconds.',
    },
    () => {
      const { user, system } = process.cpuUsage();
      return (user + system) / perSecond;
    },
  ),
];
