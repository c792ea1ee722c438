import type { EventLabels } from '../events/event.ts';
import { histogramsOf } from '../store/row-details.ts';
import type { Row } from '../store/row-table.ts';
import type { Store } from '../store/store.ts';
import { valuesOf } from '../store/view.ts';
import type { Observation } from './observation.ts';
import type { Observed, ObservedRows } from './observed-rows.ts';
import type { Observer } from './observing-recorder.ts';

/** An observation of a histogram in a row, but for its value. */
type Place = Omit<Observation, 'value'>;

/** Tells what histograms take, with the labels of the series that show it. MUTABLE. */
export class Observations implements Observer {
  readonly #store: Store;
  readonly #tell: (observation: Observation) => void;
  readonly #places = new Map<Row, readonly Place[]>();
  /** Of the event at hand. */
  #untold: Observation[] = [];

  constructor(store: Store, tell: (observation: Observation) => void) {
    this.#store = store;
    this.#tell = tell;
  }

  observed({ rows, row, histogram }: Observed, value: Float64Array): void {
    const place = this.#placesOf(rows, row)[histogram];
    if (place) this.#untold.push({ ...place, value: value[0] as number });
  }

  settled(): void {
    const untold = this.#untold;
    if (untold.length === 0) return;
    this.#untold = [];
    for (const observation of untold) this.#tell(observation);
  }

  #placesOf({ kind, section }: ObservedRows, row: Row): readonly Place[] {
    const known = this.#places.get(row);
    if (known) return known;
    const values = valuesOf(kind, row, section.labels);
    const made = histogramsOf(kind).map((metric) => ({
      metric: metric.name,
      labels: labelsOf(this.#store.view(metric).labels, values),
    }));
    this.#places.set(row, made);
    return made;
  }
}

function labelsOf(names: readonly string[], values: ReadonlyMap<string, string>): EventLabels {
  return Object.freeze(Object.fromEntries(names.map((name) => [name, values.get(name) ?? ''])));
}
