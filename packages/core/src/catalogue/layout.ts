import { catalogue } from './catalogue.ts';
import type { MetricDefinition } from './metric.ts';
import type { RowKind } from './row-kinds.ts';

/**
 * Where the cells of a metric lie in the rows of its kind. A counter or gauge has one cell, or one
 * for each value of its cell label; a histogram has a cell for each bucket, +Inf last, then its sum.
 */
export function offsetOf(metric: MetricDefinition): number {
  let offset = 0;
  for (const each of metricsOf(metric.rows)) {
    if (each === metric) return offset;
    offset += cellCount(each);
  }
  throw new Error(`metric ${metric.name} is not in the catalogue`);
}

/** Number of cells in a row of a kind. */
export function rowSize(kind: RowKind): number {
  return metricsOf(kind).reduce((size, metric) => size + cellCount(metric), 0);
}

/** The metrics that are views of the rows of a kind. */
export function metricsOf(kind: RowKind): readonly MetricDefinition[] {
  return catalogue.filter((metric) => metric.rows === kind);
}

/** Number of cells a metric has in each row. */
export function cellCount(metric: MetricDefinition): number {
  if (metric.ladder) return metric.ladder.bounds.length + 2;
  return metric.cellLabel?.values.length ?? 1;
}
