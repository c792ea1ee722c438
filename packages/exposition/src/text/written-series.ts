import type { MetricSeries } from '@turnscope/core';
import type { FamilyReading } from '../reading/family-reading.ts';
import type { FamilyText } from './family-text.ts';
import { flat } from './flat.ts';

/** Cells that there is room for at first: those of a usual family. */
const atFirst = 1_000;

/**
 * The series of one family as they were written last. Mutable.
 *
 * Lines are kept when they are written the second time in a row: to keep those of a series that changes
 * all the time would cost more than it could save.
 */
export class WrittenSeries {
  readonly #text: FamilyText;
  readonly #series: MetricSeries[] = [];
  /** Empty where nothing is kept. */
  readonly #lines: string[] = [];
  #cells = new Float64Array(0);
  /** When each began, as its lines say; reading a state back moves that without moving every cell. */
  readonly #starts: number[] = [];

  constructor(text: FamilyText) {
    this.#text = text;
  }

  /** The lines of the series at a place of a reading, to be asked for in order. */
  lines(reading: FamilyReading, at: number): string {
    if (!this.#isSame(reading, at)) {
      this.#note(reading, at);
      return this.#text.lines(reading, at);
    }
    const kept = this.#lines[at] ?? '';
    if (kept !== '') return kept;
    const lines = this.#text.lines(reading, at);
    this.#lines[at] = flat(lines);
    return lines;
  }

  #isSame({ series, cells, size }: FamilyReading, at: number): boolean {
    const one = series[at];
    if (one === undefined || this.#series[at] !== one) return false;
    if (!Object.is(this.#starts[at], this.#text.startOf(one))) return false;
    const own = this.#cells;
    const end = (at + 1) * size;
    for (let cell = at * size; cell < end; cell += 1) if (own[cell] !== cells[cell]) return false;
    return true;
  }

  #note({ series, cells, size }: FamilyReading, at: number): void {
    const one = series[at];
    if (one === undefined) return;
    const end = (at + 1) * size;
    this.#makeRoom(end, cells.length);
    this.#series[at] = one;
    this.#starts[at] = this.#text.startOf(one);
    this.#lines[at] = '';
    const own = this.#cells;
    for (let cell = at * size; cell < end; cell += 1) own[cell] = cells[cell] ?? 0;
  }

  #makeRoom(size: number, most: number): void {
    const { length } = this.#cells;
    if (length >= size) return;
    const more = new Float64Array(Math.max(size, Math.min(most, 2 * length + atFirst)));
    more.set(this.#cells);
    this.#cells = more;
  }
}
