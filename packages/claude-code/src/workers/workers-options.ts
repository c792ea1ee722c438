import type { Clock, ThresholdOverrides } from '@turnscope/core';
import type { ManagerOptions } from '../manager/manager-options.ts';

export interface WorkersOptions {
  /** One strategic process, the rest tactical; at least 1, default 5. */
  readonly maxWorkers?: number | undefined;
  /** Default true. When false nothing is measured but how the processes are. */
  readonly enablePerformanceMonitoring?: boolean | undefined;
  /** Beside the numbers of the profile `chat`. */
  readonly monitoringThresholds?: ThresholdOverrides | undefined;
  /** Everything else of the manager underneath. */
  readonly manager?: Omit<ManagerOptions, 'monitor' | 'processes'> | undefined;
  readonly clock?: Clock | undefined;
}
