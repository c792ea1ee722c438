import type { Ladder } from './ladders.ts';
import type { RowKind, RowLabel } from './row-kinds.ts';
import type { SourceName } from './source-names.ts';

export type MetricKind = 'counter' | 'gauge' | 'histogram';

/** Base units only. `none` is a plain count. */
export type Unit = 'seconds' | 'tokens' | 'ratio' | 'usd' | 'bytes' | 'none';

/** A label that tells the cells of one row apart, with all its values; `tokens` by `type`, say. */
export interface CellLabel {
  readonly name: string;
  readonly values: readonly string[];
}

/** A metric as data: everything that exposition, rules, dashboards and documentation derive from. */
export interface MetricDefinition {
  readonly name: string;
  readonly kind: MetricKind;
  readonly unit: Unit;
  /** One sentence for people. */
  readonly help: string;
  /** The rows it is a view of; labels of the row that it does not show are rolled up. */
  readonly rows: RowKind;
  readonly labels: readonly string[];
  readonly cellLabel?: CellLabel;
  /** Histograms only. */
  readonly ladder?: Ladder;
  readonly sources: readonly SourceName[];
  /** Gauges only: a cell of NaN is a value that there is not, and its series is not shown. */
  readonly mayBeAbsent?: boolean;
}

interface Description<Kind extends RowKind, Cell extends string> {
  readonly name: `turnscope_${string}`;
  readonly unit?: Unit;
  readonly help: string;
  readonly rows: Kind;
  readonly labels: readonly (RowLabel<Kind> | NoInfer<Cell>)[];
  readonly cellLabel?: { readonly name: Cell; readonly values: readonly string[] };
  readonly mayBeAbsent?: boolean;
  readonly sources: readonly SourceName[];
}

/** A counter. Its name ends in `_total`; its labels are checked against its rows by the compiler. */
export function counter<Kind extends RowKind, Cell extends string = never>(
  description: Description<Kind, Cell> & { readonly name: `turnscope_${string}_total` },
): MetricDefinition {
  return { unit: 'none', ...description, kind: 'counter' };
}

/** A gauge. */
export function gauge<Kind extends RowKind, Cell extends string = never>(
  description: Description<Kind, Cell>,
): MetricDefinition {
  return { unit: 'none', ...description, kind: 'gauge' };
}

/** A histogram over a fixed ladder. It holds only what was measured, so its count may be below the counter's. */
export function histogram<Kind extends RowKind>(
  description: Description<Kind, never> & { readonly ladder: Ladder },
): MetricDefinition {
  return { unit: 'none', ...description, kind: 'histogram' };
}
