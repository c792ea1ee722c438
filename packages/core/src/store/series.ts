import type { Cells } from './cells.ts';
import type { MetricSeries } from './metric-family.ts';

/**
 * A series of a view: the sum of the same cells over the rows that share its labels. Shows 0 until
 * `heldUntil`, so that a scraper sees a new series at 0 before it sees its first events.
 */
export class Series implements MetricSeries {
  readonly labelValues: readonly string[];
  readonly #offset: number;
  readonly #size: number;
  #heldUntil: number;
  readonly #rows: Cells[] = [];

  constructor(
    labelValues: readonly string[],
    span: { offset: number; size: number },
    heldUntil: number,
  ) {
    this.labelValues = labelValues;
    this.#offset = span.offset;
    this.#size = span.size;
    this.#heldUntil = heldUntil;
  }

  /** Takes the cells of one more row with these labels. */
  include(cells: Cells): void {
    this.#rows.push(cells);
  }

  value(now: number): number {
    if (this.#held(now)) return 0;
    let sum = 0;
    for (const cells of this.#rows) sum += cells[this.#offset] ?? 0;
    return sum;
  }

  read(now: number, into: Float64Array): void {
    into.fill(0);
    if (this.#held(now)) return;
    for (const cells of this.#rows) {
      for (let at = 0; at < this.#size; at += 1) {
        into[at] = (into[at] ?? 0) + (cells[this.#offset + at] ?? 0);
      }
    }
  }

  /** Once shown, always shown: a clock that is set back must not make a counter fall to 0 again. */
  #held(now: number): boolean {
    if (now < this.#heldUntil) return true;
    this.#heldUntil = Number.NEGATIVE_INFINITY;
    return false;
  }
}
