import { cellCount, offsetOf } from '../catalogue/layout.ts';
import type { MetricDefinition } from '../catalogue/metric.ts';
import type { RowKind } from '../catalogue/row-kinds.ts';
import { bucketsOf, coarsest, finest, type NativeCounts } from './native-counts.ts';
import { type DetailOptions, histogramsOf, RowDetails } from './row-details.ts';
import type { Row } from './row-table.ts';

/** The written form of the native buckets of one histogram. */
export interface NativeState {
  readonly schema: number;
  readonly zeroCount: number;
  readonly lowest: number;
  readonly counts: readonly number[];
}

/** The native buckets of a row, in the order of `histogramsOf`; nothing where none are kept. */
export function writeNatives(
  kind: RowKind,
  { details }: Row,
): { readonly natives?: readonly NativeState[] } {
  const all = histogramsOf(kind).map((_, at) => details?.native(at));
  const natives = all.filter((each) => each !== undefined);
  return natives.length === 0 ? {} : { natives: natives.map(written) };
}

function written({ schema, zeroCount, lowest, counts }: NativeCounts): NativeState {
  return { schema, zeroCount, lowest, counts: [...counts] };
}

/**
 * Adds the histograms of a written row to the native buckets of a row, so that both always count the same.
 * Where they were not written, each value counts as the upper bound of its classic bucket: nobody knows more.
 */
export function addNatives(
  row: Row,
  options: DetailOptions,
  state: { kind: RowKind; cells: readonly number[]; natives?: readonly NativeState[] | undefined },
): void {
  if (options.native === undefined) return;
  const histograms = histogramsOf(state.kind);
  if (histograms.length === 0) return;
  row.details ??= new RowDetails(state.kind, options);
  for (const [at, metric] of histograms.entries()) {
    const own = row.details.native(at);
    const known = state.natives?.[at];
    if (own === undefined) continue;
    if (known) own.addAll(known);
    else addLadder(own, metric, state.cells);
  }
}

function addLadder(own: NativeCounts, metric: MetricDefinition, cells: readonly number[]): void {
  const { bounds = [] } = metric.ladder ?? {};
  const first = offsetOf(metric);
  const value = new Float64Array(1);
  for (let bucket = 0; bucket <= bounds.length; bucket += 1) {
    const count = cells[first + bucket] ?? 0;
    // What is above the last bound is so by an unknown amount.
    value[0] = bounds[bucket] ?? 2 * (bounds.at(-1) ?? 0);
    if (count > 0) own.observe(value, count);
  }
}

/** Whether a written row says of native buckets what can be: as many as the histograms count. */
export function rightNatives(
  kind: RowKind,
  cells: readonly number[],
  natives: readonly NativeState[] | undefined,
): boolean {
  if (natives === undefined) return true;
  const histograms = histogramsOf(kind);
  if (!Array.isArray(natives) || natives.length !== histograms.length) return false;
  return histograms.every((metric, at) => {
    const from = offsetOf(metric);
    const classic = cells.slice(from, from + cellCount(metric) - 1);
    return isNativeState(natives[at]) && countOf(natives[at]) === sum(classic);
  });
}

function isNativeState(state: NativeState | null | undefined): state is NativeState {
  if (typeof state !== 'object' || state === null) return false;
  const { schema, zeroCount, lowest, counts } = state;
  if (!(isWholeBetween(coarsest, schema, finest) && Array.isArray(counts))) return false;
  const [first, last] = bucketsOf(schema);
  return (
    isWholeBetween(first, lowest, last) &&
    lowest + counts.length - 1 <= last &&
    [zeroCount, ...counts].every(isCount)
  );
}

function isWholeBetween(least: number, value: unknown, most: number): value is number {
  return Number.isInteger(value) && least <= (value as number) && (value as number) <= most;
}

function isCount(value: unknown): boolean {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function countOf({ zeroCount, counts }: NativeState): number {
  return zeroCount + sum(counts);
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0);
}
