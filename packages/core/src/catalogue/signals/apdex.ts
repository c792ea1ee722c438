import { type Expression, increase, ratio, sum } from '../expression.ts';
import type { MetricDefinition } from '../metric.ts';

/**
 * (satisfied + tolerating / 2) / all: Apdex (Apdex Technical Specification 1.1) with a frustration
 * limit of its own instead of four times the satisfied one. `metric` counts by `zone`.
 */
export function apdex(metric: MetricDefinition): Expression {
  const satisfied = increase(metric, { zone: ['satisfied'] });
  const tolerating = increase(metric, { zone: ['tolerating'] });
  return ratio(sum(satisfied, { kind: 'scaled', by: 0.5, of: tolerating }), zones(metric));
}

/** Everything that has a zone. */
export function zones(metric: MetricDefinition): Expression {
  return increase(metric);
}
