import { catalogue } from '../catalogue/catalogue.ts';
import { blankRow } from '../catalogue/layout.ts';
import type { MetricDefinition } from '../catalogue/metric.ts';
import { eventKinds, labelsOf, open, type RowKind, rowKinds } from '../catalogue/row-kinds.ts';
import type { SourceName } from '../catalogue/source-names.ts';
import type { Clock } from '../clock.ts';
import { LabelTable } from './label-table.ts';
import { type KeyLabel, type Row, RowTable } from './row-table.ts';
import { View } from './view.ts';

/** How many distinct values each open label may have before new ones become `other`. */
export interface LabelLimits {
  readonly process_type: number;
  readonly model: number;
  readonly tool: number;
}

export interface StoreOptions {
  readonly clock: Clock;
  readonly labelLimits: LabelLimits;
  /** Rows for each kind of event before open labels become `other`. */
  readonly rowLimit: number;
  /** How long a series that appears after the first scrape shows 0. */
  readonly zeroHoldSeconds: number;
  /** Process types whose series stand at 0 from the start. */
  readonly processTypes: readonly string[];
}

/** Rows of other kinds are few: their labels are limited, or the adapter's own. */
const limited: ReadonlySet<RowKind> = new Set(eventKinds);

/** Values of open labels that the adapter itself gives, such as the code of an answer. */
const ownLabelLimit = 30;

/** The rows of this process and the metrics as views of them. The truth that every back end reads. */
export class Store {
  readonly labels: Map<string, LabelTable>;
  readonly tables = new Map<RowKind, RowTable>();
  readonly #views: readonly View[];
  readonly #options: StoreOptions;
  #collected = false;

  /** `labels`: of a store whose ids this one shares, so that a value that one of them turned away becomes `other` in both. */
  constructor(options: StoreOptions, labels: Map<string, LabelTable> = new Map()) {
    this.#options = options;
    this.labels = labels;
    this.#views = catalogue.map((definition) => new View(definition));
    for (const kind of Object.keys(rowKinds) as RowKind[]) this.#addTable(kind);
    for (const view of this.#views) view.expect(options.processTypes);
  }

  table(kind: RowKind): RowTable {
    const table = this.tables.get(kind);
    if (!table) throw new Error(`no rows of kind ${kind}`);
    return table;
  }

  /** An open label. Ids are the same in all kinds of rows. */
  label(name: string): LabelTable {
    const known = this.labels.get(name);
    if (known) return known;
    const limits: Readonly<Record<string, number>> = { ...this.#options.labelLimits };
    const table = LabelTable.open(limits[name] ?? ownLabelLimit);
    this.labels.set(name, table);
    return table;
  }

  /** One metric of the catalogue, whichever sources are enabled. */
  view(definition: MetricDefinition): View {
    const view = this.#views.find((each) => each.definition === definition);
    if (!view) throw new Error(`metric ${definition.name} is not in the catalogue`);
    return view;
  }

  /** The metrics that one of the enabled sources can fill. From the first call on, new series are held at 0. */
  families(enabled: ReadonlySet<SourceName>): readonly View[] {
    this.#collected = true;
    return this.#views.filter(({ definition }) =>
      definition.sources.some((name) => enabled.has(name)),
    );
  }

  #addTable(kind: RowKind): void {
    const labels: KeyLabel[] = labelsOf(kind).map(([name, domain]) =>
      domain === open
        ? { table: this.label(name), open: true }
        : { table: LabelTable.closed(domain), open: false },
    );
    const views = this.#views.filter(({ definition }) => definition.rows === kind);
    const onRow = (row: Row) => {
      const heldUntil = this.#heldUntil();
      for (const view of views) view.include(row, heldUntil);
    };
    const limit = limited.has(kind) ? this.#options.rowLimit : Number.POSITIVE_INFINITY;
    this.tables.set(kind, new RowTable({ kind, labels, blank: blankRow(kind), limit, onRow }));
  }

  #heldUntil(): number {
    if (!this.#collected) return Number.NEGATIVE_INFINITY;
    return this.#options.clock.now() + this.#options.zeroHoldSeconds * 1000;
  }
}
