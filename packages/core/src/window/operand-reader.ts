import type { Matchers } from '../catalogue/expression.ts';
import type { Series } from '../store/series.ts';
import type { Store } from '../store/store.ts';
import type { View } from '../store/view.ts';
import type { Groups } from './groups.ts';
import type { OperandLayout, OperandPlace } from './operand-layout.ts';

/**
 * Reads the operands out of a store: what `sum by (process_type)` of the exposed series would be at
 * the same moment. MUTABLE: remembers which series belong to which operand, and one array.
 */
export class OperandReader {
  readonly #layout: OperandLayout;
  readonly #groups: Groups;
  readonly #readings: readonly OperandReading[];

  constructor(store: Store, layout: OperandLayout, groups: Groups) {
    this.#layout = layout;
    this.#groups = groups;
    this.#readings = layout.places.map(
      (place) => new OperandReading(place, store.view(place.operand.metric), groups),
    );
  }

  /** The numbers of all groups at `now`, group by group; a group that is new is added to the groups. */
  read(now: number): Float64Array {
    for (const reading of this.#readings) reading.refresh();
    const { size } = this.#layout;
    const numbers = new Float64Array(this.#groups.names.length * size);
    for (const reading of this.#readings) reading.read(now, numbers, size);
    return numbers;
  }
}

/** One operand: the series of its metric that match, each with the group it belongs to. */
class OperandReading {
  readonly #place: OperandPlace;
  readonly #view: View;
  readonly #groups: Groups;
  readonly #processTypeAt: number;
  readonly #members: { readonly series: Series; readonly group: number }[] = [];
  readonly #cells: Float64Array;
  #seen = 0;

  constructor(place: OperandPlace, view: View, groups: Groups) {
    this.#place = place;
    this.#view = view;
    this.#groups = groups;
    this.#processTypeAt = view.labels.indexOf('process_type');
    this.#cells = new Float64Array(place.size);
  }

  /** Takes the series that came since the last time. */
  refresh(): void {
    const { series } = this.#view;
    if (this.#view.definition.mayBeAbsent) {
      this.#members.length = 0;
      this.#seen = 0;
    }
    for (; this.#seen < series.length; this.#seen += 1) {
      const each = series[this.#seen] as Series;
      if (!matches(this.#view.labels, each.labelValues, this.#place.operand.where)) continue;
      const group = this.#groups.indexOf(each.labelValues[this.#processTypeAt] ?? '');
      this.#members.push({ series: each, group });
    }
  }

  read(now: number, into: Float64Array, groupSize: number): void {
    const { operand, offset, size } = this.#place;
    if (operand.over === 'max') this.#readLargest(now, into, groupSize);
    else if (operand.metric.kind !== 'histogram') {
      for (const { series, group } of this.#members) {
        const at = group * groupSize + offset;
        into[at] = (into[at] as number) + series.value(now);
      }
    } else {
      for (const { series, group } of this.#members) {
        series.read(now, this.#cells);
        addTo(into, group * groupSize + offset, this.#cells, size);
      }
    }
  }

  #readLargest(now: number, into: Float64Array, groupSize: number): void {
    const { offset } = this.#place;
    for (let at = offset; at < into.length; at += groupSize) into[at] = Number.NaN;
    for (const { series, group } of this.#members) {
      const at = group * groupSize + offset;
      const value = series.value(now);
      if (!((into[at] as number) >= value)) into[at] = value;
    }
  }
}

function addTo(into: Float64Array, offset: number, cells: Float64Array, size: number): void {
  for (let at = 0; at < size; at += 1) {
    into[offset + at] = (into[offset + at] as number) + (cells[at] as number);
  }
}

function matches(labels: readonly string[], values: readonly string[], where: Matchers): boolean {
  return Object.entries(where).every(([name, allowed]) =>
    allowed.includes(values[labels.indexOf(name)] ?? ''),
  );
}
