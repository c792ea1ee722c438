import { otherValue, type UserLabels } from '../catalogue/user-labels.ts';
import type { EventLabels } from '../events/event.ts';
import { LabelTable } from './label-table.ts';

/**
 * The combinations of values that the user's labels, at most two, can take. Numbered from 0, which is
 * `other` for all of them, and the only one where there are no labels.
 */
export class Attributions {
  readonly names: readonly string[];
  /** Numbers are below this. */
  readonly count: number;
  readonly #firstName: string;
  readonly #secondName: string;
  readonly #first: LabelTable;
  readonly #second: LabelTable;

  constructor(labels: UserLabels) {
    this.names = Object.keys(labels);
    [this.#firstName = '', this.#secondName = ''] = this.names;
    this.#first = tableOf(labels[this.#firstName]);
    this.#second = tableOf(labels[this.#secondName]);
    this.count = this.#first.capacity * this.#second.capacity;
  }

  /**
   * The attribution of an event. A value that is absent or not on the list is `other`; other names are
   * ignored. Each label is read at a place of its own, which the compiler then knows by its name.
   */
  of(labels: EventLabels | undefined): number {
    if (labels === undefined) return 0;
    const first = idOf(labels[this.#firstName], this.#first);
    return first * this.#second.capacity + idOf(labels[this.#secondName], this.#second);
  }

  /** The value of each label, by name. */
  labels(attribution: number): EventLabels {
    const { capacity } = this.#second;
    const first = this.#first.values[Math.floor(attribution / capacity)] ?? otherValue;
    const second = this.#second.values[attribution % capacity] ?? otherValue;
    return Object.fromEntries(this.names.map((name, at) => [name, at === 0 ? first : second]));
  }
}

function tableOf(values: readonly string[] = []): LabelTable {
  return LabelTable.closed([otherValue, ...new Set(values)]);
}

/** An object may answer otherwise than it did when it was checked. */
function idOf(value: unknown, table: LabelTable): number {
  return typeof value === 'string' ? table.id(value) : 0;
}
