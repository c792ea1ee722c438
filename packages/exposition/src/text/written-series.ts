import type { MetricSeries } from '@turnscope/core';
import type { FamilyReading } from '../reading/family-reading.ts';

/**
 * The lines of the series of one family as they were written last, and the cells they were written
 * from. Mutable.
 */
export class WrittenSeries {
  readonly #series: MetricSeries[] = [];
  readonly #lines: string[] = [];
  #cells = new Float64Array(0);

  /** The lines of a series that has not changed since they were kept. */
  find({ series, cells, size }: FamilyReading, at: number): string | undefined {
    if (this.#series[at] !== series[at]) return undefined;
    const own = this.#cells;
    for (let cell = at * size; cell < (at + 1) * size; cell += 1) {
      if (own[cell] !== cells[cell]) return undefined;
    }
    return this.#lines[at];
  }

  /** Keeps lines. A place that is kept needs all places before it. */
  keep(reading: FamilyReading, at: number, lines: string): void {
    const series = reading.series[at];
    if (series === undefined || at > this.#series.length) return;
    const { size } = reading;
    this.#makeRoom((at + 1) * size);
    this.#series[at] = series;
    this.#lines[at] = flat(lines);
    for (let cell = at * size; cell < (at + 1) * size; cell += 1) {
      this.#cells[cell] = reading.cells[cell] ?? 0;
    }
  }

  #makeRoom(size: number): void {
    if (this.#cells.length >= size) return;
    const more = new Float64Array(Math.max(size, 2 * this.#cells.length));
    more.set(this.#cells);
    this.#cells = more;
  }
}

/** A string that was put together is a tree of its parts, several times its size, until a character is read. */
function flat(text: string): string {
  return text.charCodeAt(0) === 0 ? '' : text;
}
