import type { MetricDefinition } from '../catalogue/metric.ts';
import {
  evaluationDuration,
  evaluations,
  ringBytes,
  ringBytesLimit,
} from '../catalogue/metrics/evaluator.ts';
import {
  conversationsTracked,
  scrapeDuration,
  scrapeRequests,
} from '../catalogue/metrics/health.ts';
import { eventKinds } from '../catalogue/row-kinds.ts';
import type { Store } from '../store/store.ts';
import type { Overhead } from './report.ts';

/** What the adapter itself took, read from its own metrics. */
export function overheadOf(store: Store, now: number): Overhead {
  const total = (metric: MetricDefinition) =>
    store.view(metric).series.reduce((sum, series) => sum + series.value(now), 0);
  return {
    evaluations: total(evaluations),
    evaluationSeconds: total(evaluationDuration),
    ringBytes: total(ringBytes),
    ringLimitBytes: total(ringBytesLimit),
    rows: eventKinds.reduce((sum, kind) => sum + store.room(kind).used, 0),
    conversationsTracked: total(conversationsTracked),
    scrapes: total(scrapeRequests),
    scrapeSeconds: total(scrapeDuration),
  };
}
