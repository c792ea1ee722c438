import { otherValue, type UserLabels } from '../catalogue/user-labels.ts';
import type { EventLabels } from '../events/event.ts';
import { LabelTable } from './label-table.ts';

/**
 * The combinations of values that the user's labels can take, numbered from 0, which is `other` for
 * all of them, and the only one where there are no labels.
 */
export class Attributions {
  readonly names: readonly string[];
  /** Numbers are below this. */
  readonly count: number;
  readonly #tables: readonly LabelTable[];

  constructor(labels: UserLabels) {
    this.names = Object.keys(labels);
    this.#tables = Object.values(labels).map((values) =>
      LabelTable.closed([otherValue, ...new Set(values)]),
    );
    this.count = this.#tables.reduce((count, { capacity }) => count * capacity, 1);
  }

  /** The attribution of an event. A value that is absent or not on the list is `other`; other names are ignored. */
  of(labels: EventLabels | undefined): number {
    if (labels === undefined) return 0;
    let number = 0;
    for (let at = 0; at < this.#tables.length; at += 1) {
      const table = this.#tables[at] as LabelTable;
      const value = labels[this.names[at] as string];
      number = number * table.capacity + (value === undefined ? 0 : table.id(value));
    }
    return number;
  }

  /** The value of each label, by name. */
  labels(attribution: number): EventLabels {
    let rest = attribution;
    const entries = this.#tables.map(({ capacity, values }, at) => {
      const stride = this.#strideOf(at);
      const value = values[Math.floor(rest / stride) % capacity] ?? otherValue;
      rest %= stride;
      return [this.names[at] ?? '', value] as const;
    });
    return Object.fromEntries(entries);
  }

  #strideOf(label: number): number {
    return this.#tables.slice(label + 1).reduce((stride, { capacity }) => stride * capacity, 1);
  }
}
