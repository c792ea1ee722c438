import type { RowKind } from '../catalogue/row-kinds.ts';
import type { Clock } from '../clock.ts';
import type { Cells } from './cells.ts';
import type { LabelTable } from './label-table.ts';
import type { RowDetails } from './row-details.ts';
import type { RowRoom } from './row-room.ts';

/** All cells of one kind of event for one label combination. */
export interface Row {
  /** In the key order of the row's kind. */
  readonly labelValues: readonly string[];
  readonly cells: Cells;
  /** When it was made, and everything in it was 0: epoch milliseconds. NaN when nobody knows any more. */
  startedAt: number;
  /** What is kept of single observations, from the first one on. */
  details: RowDetails | undefined;
}

/** One label of the key: its values, and whether they come from outside. */
export interface KeyLabel {
  readonly table: LabelTable;
  readonly open: boolean;
}

/** Label ids in key order; places beyond the key are 0. */
type Ids = readonly [number, number, number, number];

export interface RowTableOptions {
  readonly kind: RowKind;
  readonly labels: readonly KeyLabel[];
  /** What a new row is a copy of. */
  readonly blank: Cells;
  readonly room: RowRoom;
  readonly clock: Clock;
  readonly onRow: (row: Row) => void;
}

/** Where a recorder finds the cells that it adds to. */
export type RowFinder = Pick<RowTable, 'find'>;

/**
 * The rows of one kind and one attribution, found by label ids in a dense index. Mutable.
 *
 * Rows are made for all values of the closed labels at once, so that a counter of errors stands at 0
 * when the first success is counted. When the limit is reached every open label but the first becomes
 * `other` (the first is the process type, which alerts are about), and that is counted.
 */
export class RowTable {
  readonly kind: RowKind;
  readonly rows: Row[] = [];

  readonly #room: RowRoom;
  readonly #labels: readonly KeyLabel[];
  readonly #firstStride: number;
  readonly #secondStride: number;
  readonly #thirdStride: number;
  /** 0: no row yet; n: row n - 1; -n: row n - 1 stands in for a row that found no room. */
  readonly #index: Int32Array;
  readonly #blank: Cells;
  readonly #clock: Clock;
  readonly #onRow: (row: Row) => void;

  constructor({ kind, labels, blank, room, clock, onRow }: RowTableOptions) {
    this.kind = kind;
    this.#room = room;
    this.#labels = labels;
    this.#blank = blank;
    this.#clock = clock;
    this.#onRow = onRow;
    const [first = 1, second = 1, third = 1, fourth = 1] = labels.map(
      ({ table }) => table.capacity,
    );
    this.#firstStride = second * third * fourth;
    this.#secondStride = third * fourth;
    this.#thirdStride = fourth;
    this.#index = new Int32Array(first * second * third * fourth);
  }

  get rowSize(): number {
    return this.#blank.length;
  }

  /** The cells for label ids in key order, 0 beyond the key. Makes the row when it is new; costs nothing otherwise. */
  find(first: number, second = 0, third = 0, fourth = 0): Cells {
    const number = this.#index[this.#position(first, second, third, fourth)] as number;
    return number > 0
      ? this.#rowOf(number).cells
      : this.#findSlowly(first, second, third, fourth).cells;
  }

  /** The row whose cells `find` gives. */
  findRow(first: number, second = 0, third = 0, fourth = 0): Row {
    const number = this.#index[this.#position(first, second, third, fourth)] as number;
    return number > 0 ? this.#rowOf(number) : this.#findSlowly(first, second, third, fourth);
  }

  /** The cells for label values in key order; for cold paths. */
  findByValues(values: readonly string[]): Cells {
    return this.findRowByValues(values).cells;
  }

  /** The row for label values in key order; for cold paths. */
  findRowByValues(values: readonly string[]): Row {
    const [first = 0, ...others] = this.#labels.map(({ table }, at) => table.id(values[at]));
    return this.findRow(first, ...(others as [number?, number?, number?]));
  }

  #findSlowly(...ids: Ids): Row {
    const number = this.#index[this.#position(...ids)] ?? 0;
    if (number === 0) return this.#make(ids);
    this.#room.overflowed += 1;
    return this.#rowOf(-number);
  }

  #make(ids: Ids): Row {
    const siblings = this.#siblings(ids);
    const standIn = this.#standIn(ids);
    if (standIn.every((id, at) => id === ids[at]) || this.#roomFor(siblings.length)) {
      for (const each of siblings) this.#add(each);
    } else {
      this.find(...standIn);
      this.#index[this.#position(...ids)] = -(this.#index[this.#position(...standIn)] ?? 0);
    }
    return this.findRow(...ids);
  }

  /** The ids of the row that takes what finds no room. Id 0 of an open label is `other`. */
  #standIn(ids: Ids): Ids {
    const replace = (id: number, at: number) => (at > 0 && this.#labels[at]?.open ? 0 : id);
    const [first, second, third, fourth] = ids;
    return [first, replace(second, 1), replace(third, 2), replace(fourth, 3)];
  }

  #roomFor(count: number): boolean {
    return this.#room.used + count <= this.#room.limit;
  }

  /** The same open labels with every combination of the closed ones. */
  #siblings(ids: Ids): readonly Ids[] {
    let combinations: readonly (readonly number[])[] = [[]];
    for (const [at, { table, open }] of this.#labels.entries()) {
      const choices = open ? [ids[at] ?? 0] : [...table.values.keys()];
      combinations = combinations.flatMap((head) => choices.map((choice) => [...head, choice]));
    }
    return combinations.map(([first = 0, second = 0, third = 0, fourth = 0]) => [
      first,
      second,
      third,
      fourth,
    ]);
  }

  #add(ids: Ids): void {
    const row: Row = {
      labelValues: this.#labels.map(({ table }, at) => table.values[ids[at] ?? 0] ?? ''),
      cells: this.#blank.slice(),
      startedAt: this.#clock.now(),
      details: undefined,
    };
    this.rows.push(row);
    this.#room.used += 1;
    this.#index[this.#position(...ids)] = this.rows.length;
    this.#onRow(row);
  }

  #position(first: number, second: number, third: number, fourth: number): number {
    return (
      first * this.#firstStride + second * this.#secondStride + third * this.#thirdStride + fourth
    );
  }

  #rowOf(number: number): Row {
    return this.rows[number - 1] as Row;
  }
}
