import { metricsOf, offsetOf, rowSize } from '../catalogue/layout.ts';
import { isEventKind, labelsOf, open, type RowKind, rowKinds } from '../catalogue/row-kinds.ts';
import { isAttribution } from '../events/check-labels.ts';
import { checkRequiredLabel, isAmount } from '../events/checks.ts';
import type { EventLabels } from '../events/event.ts';
import { addNatives, type NativeState, rightNatives, writeNatives } from './native-state.ts';
import type { RowTable } from './row-table.ts';
import type { Section } from './section.ts';
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
  /** Values of the user's labels by name, where there are any. */
  readonly attribution?: EventLabels;
  readonly cells: readonly number[];
  /** Since when it counts, in epoch milliseconds; absent where that is not known. */
  readonly startedAt?: number;
  /** Where native histograms are kept. */
  readonly natives?: readonly NativeState[];
}

/** Rows that say how things are now; they are made anew, never read back. */
const momentary: ReadonlySet<RowKind> = new Set([
  'threshold',
  'signal',
  'alert',
  'source_silence',
  'evaluator',
  'notification_queue',
  'build',
  'process_state',
  'row_limit',
  'label_limit',
]);

/** Copies all counters out. The copy does not change when the store does. */
export function writeState(store: Store): StoreState {
  const own = [...store.tables.values()].filter(({ kind }) => !momentary.has(kind));
  const rows = [
    ...own.flatMap((table) => rowStates(table, {})),
    ...store.sections.flatMap(({ tables, mark }) =>
      [...tables.values()].flatMap((table) => rowStates(table, mark)),
    ),
  ];
  return { version: stateVersion, rows };
}

function rowStates({ kind, rows }: RowTable, mark: Section['mark']): readonly RowState[] {
  return rows
    .filter(({ cells }) => cells.some((cell) => cell !== 0))
    .map((row) => ({
      kind,
      labels: [...row.labelValues],
      ...mark,
      cells: [...row.cells],
      ...(Number.isNaN(row.startedAt) ? {} : { startedAt: row.startedAt }),
      ...writeNatives(kind, row),
    }));
}

/** Throws an Error that says what is wrong when a state is of another version or shape. */
export function checkState(state: StoreState | undefined): void {
  if (state?.version !== stateVersion) {
    throw new Error(
      `state has version ${state?.version}, this Turnscope reads version ${stateVersion}`,
    );
  }
  if (!Array.isArray(state.rows)) throw new Error('state has no list of rows');
  for (const row of state.rows) checkRow(row);
}

/**
 * Adds counters of a checked state to a store; a gauge becomes the larger of both. Rows beyond a limit
 * go to `other` as they would have when recorded, and so do values of the user's labels that are not
 * listed now; labels that are no more are summed over.
 */
export function addState(store: Store, state: StoreState): void {
  for (const { kind, labels, attribution, cells, startedAt = Number.NaN, natives } of state.rows) {
    const gauges = gaugeOffsets(kind as RowKind);
    const row = tableOf(store, kind as RowKind, attribution).findRowByValues(labels);
    for (const [at, value] of cells.entries()) {
      const own = row.cells[at] ?? 0;
      row.cells[at] = gauges.has(at) ? Math.max(own, value) : own + value;
    }
    row.startedAt = Math.min(row.startedAt, startedAt);
    addNatives(row, store.details, { kind: kind as RowKind, cells, natives });
  }
}

function tableOf(store: Store, kind: RowKind, attribution: EventLabels | undefined): RowTable {
  if (!isEventKind(kind)) return store.table(kind);
  return store.section(store.attributions.of(attribution)).table(kind);
}

function checkRow(row: Partial<RowState> | null): void {
  if (!isRowKind(row?.kind)) {
    throw new Error(`state has rows of unknown kind ${JSON.stringify(row?.kind)}`);
  }
  const { kind, labels, attribution, cells, startedAt, natives } = row;
  const isRight = rightCells(rowSize(kind), cells) && rightLabels(kind, labels);
  const isDetailRight = isRight && isTime(startedAt) && rightNatives(kind, cells ?? [], natives);
  if (isDetailRight && isAttribution(attribution)) return;
  throw new Error(`state has a wrong row of kind ${kind} with labels ${JSON.stringify(labels)}`);
}

function isRowKind(kind: string | undefined): kind is RowKind {
  return kind !== undefined && Object.hasOwn(rowKinds, kind);
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

function isTime(time: unknown): boolean {
  return time === undefined || isAmount(time);
}

function gaugeOffsets(kind: RowKind): ReadonlySet<number> {
  return new Set(
    metricsOf(kind)
      .filter((metric) => metric.kind === 'gauge')
      .map(offsetOf),
  );
}
