import type { EventKind } from '../catalogue/row-kinds.ts';
import type { EventLabels } from '../events/event.ts';
import type { RowTable } from './row-table.ts';

/** The rows of one attribution: a table for each kind of event. */
export class Section {
  /** Values of the user's labels; empty where there are none. */
  readonly labels: EventLabels;
  readonly tables: ReadonlyMap<EventKind, RowTable>;

  constructor(labels: EventLabels, tables: ReadonlyMap<EventKind, RowTable>) {
    this.labels = labels;
    this.tables = tables;
  }

  table(kind: EventKind): RowTable {
    const table = this.tables.get(kind);
    if (!table) throw new Error(`no rows of kind ${kind}`);
    return table;
  }

  /** What a written state says of the section: nothing where there are no labels. */
  get mark(): { readonly attribution?: EventLabels } {
    return Object.keys(this.labels).length === 0 ? {} : { attribution: this.labels };
  }
}
