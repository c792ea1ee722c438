import type { EventKind } from '../catalogue/row-kinds.ts';
import { type Cells, HistogramCells } from '../store/cells.ts';
import { histogramsOf } from '../store/row-details.ts';
import type { Row, RowFinder, RowTable } from '../store/row-table.ts';
import type { Section } from '../store/section.ts';

/** A value that a histogram of a row took. Filled in anew for the next value. */
export interface Observed {
  rows: ObservedRows;
  row: Row;
  /** The place of the histogram in `histogramsOf` of the kind. */
  histogram: number;
}

/** Is told of each row that was found. */
type OnFound = (rows: ObservedRows, row: Row) => void;

/**
 * Rows that can say what an event observed in them. A histogram remembers the latest value that it took,
 * in whatever row: when that is wiped out as a row is found, what stands there afterwards is what the
 * event observed. So the recorders alone know which event observes what.
 */
export class ObservedRows implements RowFinder {
  readonly kind: EventKind;
  readonly section: Section;
  readonly #table: RowTable;
  readonly #onFound: OnFound;
  readonly #histograms: readonly HistogramCells[];

  constructor(kind: EventKind, section: Section, onFound: OnFound) {
    this.kind = kind;
    this.section = section;
    this.#table = section.table(kind);
    this.#onFound = onFound;
    this.#histograms = histogramsOf(kind).map(HistogramCells.of);
  }

  find(first: number, second = 0, third = 0, fourth = 0): Cells {
    const row = this.#table.findRow(first, second, third, fourth);
    this.forget();
    this.#onFound(this, row);
    return row.cells;
  }

  /** From here on nothing was observed. */
  forget(): void {
    const histograms = this.#histograms;
    for (let at = 0; at < histograms.length; at += 1) {
      (histograms[at] as HistogramCells).latest[0] = Number.NaN;
    }
  }

  /** Tells `hearer` of each value that was observed since the row was found, once. */
  settle(found: Observed, hearer: Hearer): void {
    const histograms = this.#histograms;
    for (let at = 0; at < histograms.length; at += 1) {
      const { latest } = histograms[at] as HistogramCells;
      const value = latest[0] as number;
      if (Number.isNaN(value)) continue;
      found.histogram = at;
      hearer.hear(found, latest);
      latest[0] = Number.NaN;
    }
  }

  /** In which bucket the value falls that a histogram took last. */
  latestBucket(histogram: number): number {
    return this.#histograms[histogram]?.latestBucket() ?? 0;
  }
}

/** Hears of a value, which stands in an array because it would be copied to the heap by itself. */
export interface Hearer {
  hear(observed: Observed, value: Float64Array): void;
}
