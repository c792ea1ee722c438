import { offsetOf } from '../catalogue/layout.ts';
import type { MetricDefinition } from '../catalogue/metric.ts';
import type { EventLabels } from '../events/event.ts';
import { add, type Cells } from '../store/cells.ts';
import type { RowFinder, RowTable } from '../store/row-table.ts';
import { valuesOf } from '../store/view.ts';
import type { Observation } from './observation.ts';

/** A histogram in the rows of a table, with the labels it shows. */
interface ObservedHistogram {
  readonly definition: MetricDefinition;
  readonly labelNames: readonly string[];
}

/** Where a histogram begins, and where its sum stands behind its buckets. */
interface Offsets {
  readonly first: number;
  readonly sum: number;
}

interface ObservedRowsOptions {
  readonly table: RowTable;
  /** Values of the user's labels in the section of the table. */
  readonly sectionLabels: EventLabels;
  readonly histograms: readonly ObservedHistogram[];
  /** Hears that there is something to settle when the event is recorded. */
  readonly onFound: (settle: () => readonly Observation[]) => void;
}

/**
 * Rows that can say what an event observed in them. A recorder is given blank cells in place of the
 * row's own; what it adds to them is what the event observed, exactly, and goes into the row when it
 * is settled. So the recorders alone know which event observes what.
 */
export class ObservedRows implements RowFinder {
  readonly #options: ObservedRowsOptions;
  readonly #offsets: readonly Offsets[];
  readonly #labels = new Map<Cells, readonly EventLabels[]>();

  constructor(options: ObservedRowsOptions) {
    this.#options = options;
    this.#offsets = options.histograms.map(({ definition }) => {
      const first = offsetOf(definition);
      return { first, sum: first + (definition.ladder?.bounds.length ?? 0) + 1 };
    });
  }

  find(first: number, second = 0, third = 0, fourth = 0): Cells {
    const { table, onFound } = this.#options;
    const cells = table.find(first, second, third, fourth);
    const added = new Float64Array(table.rowSize);
    onFound(() => this.#settle(cells, added));
    return added;
  }

  /** A value that the histogram at this place took in the row that has these cells. */
  observation(cells: Cells, at: number, value: number): Observation {
    const metric = this.#options.histograms[at]?.definition.name ?? '';
    return { metric, labels: this.#labelsOf(cells)[at] ?? {}, value };
  }

  /** An event gives at most one value to each histogram of a row, so the sum is the value. */
  #settle(cells: Cells, added: Cells): readonly Observation[] {
    for (let at = 0; at < added.length; at += 1) {
      const amount = added[at] as number;
      if (amount !== 0) add(cells, at, amount);
    }
    const observations: Observation[] = [];
    for (let at = 0; at < this.#offsets.length; at += 1) {
      const { first, sum } = this.#offsets[at] as Offsets;
      let bucket = first;
      while (bucket < sum && added[bucket] === 0) bucket += 1;
      if (bucket < sum) observations.push(this.observation(cells, at, added[sum] as number));
    }
    return observations;
  }

  #labelsOf(cells: Cells): readonly EventLabels[] {
    const known = this.#labels.get(cells);
    if (known) return known;
    const { table, sectionLabels, histograms } = this.#options;
    const labelValues = table.rows.find((row) => row.cells === cells)?.labelValues ?? [];
    const values = valuesOf(table.kind, { labelValues }, sectionLabels);
    const made = histograms.map(({ labelNames }) =>
      Object.freeze(Object.fromEntries(labelNames.map((name) => [name, values.get(name) ?? '']))),
    );
    this.#labels.set(cells, made);
    return made;
  }
}
