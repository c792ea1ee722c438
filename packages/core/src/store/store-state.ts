import { labelsOf, open, type RowKind } from '../catalogue/row-kinds.ts';
import type { Store } from './store.ts';

/** Version of the written form. A change that older readers cannot read raises it. */
export const stateVersion = 1;

/** The counters of a store as plain data that JSON can carry. */
export interface StoreState {
  readonly version: number;
  readonly rows: readonly RowState[];
}

export interface RowState {
  readonly kind: string;
  readonly labels: readonly string[];
  readonly cells: readonly number[];
}

/** Rows that say how things are now; they are made anew, never read back. */
const momentary: ReadonlySet<RowKind> = new Set([
  'threshold',
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

/**
 * Adds written counters to a store. Rows beyond a limit go to `other` as they would have when recorded.
 * Throws, before anything was added, when the state is of another version or shape.
 */
export function readState(store: Store, state: StoreState): void {
  if (state.version !== stateVersion) {
    throw new Error(
      `state has version ${state.version}, this Turnscope reads version ${stateVersion}`,
    );
  }
  for (const row of state.rows) checkRow(store, row);
  for (const { kind, labels, cells } of state.rows) {
    const target = store.table(kind as RowKind).findByValues(labels);
    for (const [at, value] of cells.entries()) target[at] = (target[at] ?? 0) + value;
  }
}

function checkRow(store: Store, { kind, labels, cells }: RowState): void {
  const table = store.tables.get(kind as RowKind);
  if (table === undefined)
    throw new Error(`state has rows of unknown kind ${JSON.stringify(kind)}`);
  const rightCells = cells.length === table.rowSize && cells.every((cell) => Number.isFinite(cell));
  if (rightCells && rightLabels(table.kind, labels)) return;
  throw new Error(`state has a wrong row of kind ${kind} with labels ${JSON.stringify(labels)}`);
}

function rightLabels(kind: RowKind, labels: readonly string[]): boolean {
  const key = labelsOf(kind);
  return (
    key.length === labels.length &&
    key.every(([, domain], at) => domain === open || domain.includes(labels[at] ?? ''))
  );
}
