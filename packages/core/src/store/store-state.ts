import { metricsOf, offsetOf } from '../catalogue/layout.ts';
import { labelsOf, open, type RowKind } from '../catalogue/row-kinds.ts';
import { checkRequiredLabel } from '../events/checks.ts';
import type { Store } from './store.ts';

/** Version of the written form. A change that older readers cannot read raises it. */
const stateVersion = 1;

/** The counters of a store as plain data that JSON can carry. */
export interface StoreState {
  readonly version: number;
  readonly rows: readonly RowState[];
}

interface RowState {
  readonly kind: string;
  readonly labels: readonly string[];
  readonly cells: readonly number[];
}

/** Rows that say how things are now; they are made anew, never read back. */
const momentary: ReadonlySet<RowKind> = new Set([
  'threshold',
  'signal',
  'alert',
  'source_silence',
  'evaluator',
  'build',
  'process_state',
  'row_limit',
  'label_limit',
]);

/** Copies all counters out. The copy does not change when the store does. */
export function writeState(store: Store): StoreState {
  const rows = [...store.tables.values()]
    .filter(({ kind }) => !momentary.has(kind))
    .flatMap(({ kind, rows: all }) =>
      all
        .filter(({ cells }) => cells.some((cell) => cell !== 0))
        .map(({ labelValues, cells }) => ({ kind, labels: [...labelValues], cells: [...cells] })),
    );
  return { version: stateVersion, rows };
}

/** Throws an Error that says what is wrong when a state is of another version or shape. */
export function checkState(store: Store, state: StoreState | undefined): void {
  if (state?.version !== stateVersion) {
    throw new Error(
      `state has version ${state?.version}, this Turnscope reads version ${stateVersion}`,
    );
  }
  if (!Array.isArray(state.rows)) throw new Error('state has no list of rows');
  for (const row of state.rows) checkRow(store, row);
}

/**
 * Adds counters of a checked state to a store; a gauge becomes the larger of both. Rows beyond a limit
 * go to `other` as they would have when recorded.
 */
export function addState(store: Store, state: StoreState): void {
  for (const { kind, labels, cells } of state.rows) {
    const gauges = gaugeOffsets(kind as RowKind);
    const target = store.table(kind as RowKind).findByValues(labels);
    for (const [at, value] of cells.entries()) {
      const own = target[at] ?? 0;
      target[at] = gauges.has(at) ? Math.max(own, value) : own + value;
    }
  }
}

function checkRow(store: Store, row: Partial<RowState> | null): void {
  const table = store.tables.get(row?.kind as RowKind);
  if (table === undefined) {
    throw new Error(`state has rows of unknown kind ${JSON.stringify(row?.kind)}`);
  }
  if (rightCells(table.rowSize, row?.cells) && rightLabels(table.kind, row?.labels)) return;
  throw new Error(
    `state has a wrong row of kind ${table.kind} with labels ${JSON.stringify(row?.labels)}`,
  );
}

function rightCells(rowSize: number, cells: readonly number[] | undefined): boolean {
  return (
    Array.isArray(cells) &&
    cells.length === rowSize &&
    cells.every((cell) => Number.isFinite(cell) && cell >= 0)
  );
}

function rightLabels(kind: RowKind, labels: readonly string[] | undefined): boolean {
  const key = labelsOf(kind);
  if (!Array.isArray(labels) || labels.length !== key.length) return false;
  return key.every(([, domain], at) =>
    domain === open
      ? checkRequiredLabel('state', labels[at]) === undefined
      : domain.includes(labels[at]),
  );
}

function gaugeOffsets(kind: RowKind): ReadonlySet<number> {
  return new Set(
    metricsOf(kind)
      .filter((metric) => metric.kind === 'gauge')
      .map(offsetOf),
  );
}
