import type { Cells } from './cells.ts';
import type { MetricSeries } from './metric-family.ts';
import type { Row } from './row-table.ts';

/** Where in its rows a series lies. */
export interface Span {
  readonly offset: number;
  readonly size: number;
}

/** Since when a series is there, in epoch milliseconds. */
export interface SeriesTimes {
  readonly madeAt: number;
  readonly heldUntil: number;
}

/**
 * A series of a view: the sum of the same cells over the rows that share its labels. Shows 0 until
 * `heldUntil`, so that a scraper sees a new series at 0 before it sees its first events.
 */
export class Series implements MetricSeries {
  readonly labelValues: readonly string[];
  readonly #offset: number;
  readonly #size: number;
  readonly #madeAt: number;
  #heldUntil: number;
  readonly #rows: Row[] = [];
  // Read at every scrape, so they stand here a second time, one step nearer.
  readonly #cells: Cells[] = [];

  constructor(labelValues: readonly string[], span: Span, { madeAt, heldUntil }: SeriesTimes) {
    this.labelValues = labelValues;
    this.#offset = span.offset;
    this.#size = span.size;
    this.#madeAt = madeAt;
    this.#heldUntil = heldUntil;
  }

  /** The rows that it sums. */
  protected get rows(): readonly Row[] {
    return this.#rows;
  }

  /** Takes one more row with these labels. */
  include(row: Row): void {
    this.#rows.push(row);
    this.#cells.push(row.cells);
  }

  startedAt(): number {
    let earliest = this.#madeAt;
    for (const row of this.#rows) earliest = Math.min(earliest, row.startedAt);
    return earliest;
  }

  value(now: number): number {
    if (this.isHeld(now)) return 0;
    let sum = 0;
    for (const cells of this.#cells) sum += cells[this.#offset] ?? 0;
    return sum;
  }

  read(now: number, into: Float64Array): void {
    into.fill(0);
    if (this.isHeld(now)) return;
    for (const cells of this.#cells) {
      for (let at = 0; at < this.#size; at += 1) {
        into[at] = (into[at] ?? 0) + (cells[this.#offset + at] ?? 0);
      }
    }
  }

  /** Once shown, always shown: a clock that is set back must not make a counter fall to 0 again. */
  protected isHeld(now: number): boolean {
    if (now < this.#heldUntil) return true;
    this.#heldUntil = Number.NEGATIVE_INFINITY;
    return false;
  }
}
