import type { MetricFamily } from './store/metric-family.ts';

/** The metrics at one moment. Valid until the caller lets others run; then collect again. */
export interface Collection {
  /** The time to read series at: epoch milliseconds. */
  readonly now: number;
  readonly families: readonly MetricFamily[];
}
