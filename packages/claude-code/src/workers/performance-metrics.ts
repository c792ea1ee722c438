import type { Report } from '@turnscope/core';
import type { BasicProcessMetrics } from './basic-process-metrics.ts';

/** The report; where nothing is measured, how the processes are. */
export type PerformanceMetrics =
  | (Report & {
      readonly performanceMonitoringEnabled: true;
      readonly processMetrics: BasicProcessMetrics;
    })
  | (BasicProcessMetrics & { readonly performanceMonitoringEnabled: false });
