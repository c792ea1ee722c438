import { catalogue } from './catalogue.ts';
import type { MetricDefinition } from './metric.ts';
import type { RowKind } from './row-kinds.ts';

/**
 * Where the cells of a metric lie in the rows of its kind. A counter or gauge has one cell, or one
 * for each value of its cell label; a histogram has a cell for each bucket, +Inf last, then its sum.
 */
export function offsetOf(metric: MetricDefinition): number {
  const offset = offsets.get(metric);
  if (offset === undefined) throw new Error(`metric ${metric.name} is not in the catalogue`);
  return offset;
}

/** Computed once: an import asks for most of them. */
const offsets = layOut();

function layOut(): ReadonlyMap<MetricDefinition, number> {
  const sizes = new Map<RowKind, number>();
  const found = new Map<MetricDefinition, number>();
  for (const metric of catalogue) {
    const offset = sizes.get(metric.rows) ?? 0;
    found.set(metric, offset);
    sizes.set(metric.rows, offset + cellCount(metric));
  }
  return found;
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

/** A row of a kind in which nothing has happened: 0 everywhere, NaN where a value may be absent. */
export function blankRow(kind: RowKind): Float64Array {
  const row = new Float64Array(rowSize(kind));
  for (const metric of metricsOf(kind)) {
    if (!metric.mayBeAbsent) continue;
    const offset = offsetOf(metric);
    row.fill(Number.NaN, offset, offset + cellCount(metric));
  }
  return row;
}
