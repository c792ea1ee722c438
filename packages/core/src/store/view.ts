import { cellCount, offsetOf } from '../catalogue/layout.ts';
import type { MetricDefinition } from '../catalogue/metric.ts';
import { isEventKind, labelsOf, open, type RowKind } from '../catalogue/row-kinds.ts';
import type { EventLabels } from '../events/event.ts';
import { type DetailedHistogram, DetailedSeries } from './detailed-series.ts';
import type { MetricFamily } from './metric-family.ts';
import { type DetailOptions, histogramsOf, keepsDetails, noDetails } from './row-details.ts';
import type { Row } from './row-table.ts';
import { Series, type SeriesTimes, type Span } from './series.ts';

/**
 * A metric over the rows of its kind: a projection, rolled up over the labels it does not show. One
 * of events shows the user's labels behind its own.
 */
export class View implements MetricFamily {
  readonly definition: MetricDefinition;
  readonly labels: readonly string[];
  readonly #series: Series[] = [];
  readonly #byLabels = new Map<string, Series>();
  readonly #offset: number;
  readonly #details: DetailedHistogram | undefined;

  constructor(
    definition: MetricDefinition,
    userLabels: readonly string[],
    details: DetailOptions = noDetails,
  ) {
    this.definition = definition;
    if (definition.ladder && keepsDetails(details)) {
      const histogram = histogramsOf(definition.rows).indexOf(definition);
      this.#details = { histogram, native: details.native };
    }
    this.labels = [...definition.labels, ...(isEventKind(definition.rows) ? userLabels : [])];
    this.#offset = offsetOf(definition);
  }

  get name() {
    return this.definition.name;
  }
  get kind() {
    return this.definition.kind;
  }
  get unit() {
    return this.definition.unit;
  }
  get help() {
    return this.definition.help;
  }
  get bounds() {
    return this.definition.ladder?.bounds;
  }

  /** Those that have a value now. Otherwise they only ever become more, in the same order. */
  get series(): readonly Series[] {
    return this.definition.mayBeAbsent ? this.#series.filter(hasValue) : this.#series;
  }

  /**
   * Takes a new row, whose section has `labels`, into the series it belongs to. A series that is new
   * shows 0 until `times.heldUntil`.
   */
  include(row: Row, labels: EventLabels, times: SeriesTimes): void {
    const values = valuesOf(this.definition.rows, row, labels);
    for (const series of this.#seriesOf(values, times)) series.include(row);
  }

  /**
   * Makes the series that can be known before anything happened stand at 0: those whose labels are
   * all closed, or are the process type, for each of the given process types. `labels`: of the
   * section they belong to.
   */
  expect(processTypes: readonly string[], labels: EventLabels, times: SeriesTimes): void {
    if (this.definition.mayBeAbsent) return;
    let combinations: readonly ReadonlyMap<string, string>[] = [new Map(Object.entries(labels))];
    for (const [name, domain] of labelsOf(this.definition.rows)) {
      if (!this.definition.labels.includes(name)) continue;
      if (domain === open && name !== 'process_type') return;
      const choices = domain === open ? processTypes : domain;
      combinations = combinations.flatMap((head) =>
        choices.map((value) => new Map([...head, [name, value]])),
      );
    }
    for (const values of combinations) this.#seriesOf(values, times);
  }

  /** The series for the labels of a row: one, or one for each value of the cell label. */
  #seriesOf(values: ReadonlyMap<string, string>, times: SeriesTimes): readonly Series[] {
    const { cellLabel } = this.definition;
    if (!cellLabel)
      return [
        this.#find(values, { offset: this.#offset, size: cellCount(this.definition) }, times),
      ];
    return cellLabel.values.map((value, at) =>
      this.#find(
        new Map([...values, [cellLabel.name, value]]),
        { offset: this.#offset + at, size: 1 },
        times,
      ),
    );
  }

  #find(values: ReadonlyMap<string, string>, span: Span, times: SeriesTimes): Series {
    const labelValues = this.labels.map((name) => values.get(name) ?? '');
    const key = JSON.stringify(labelValues);
    const known = this.#byLabels.get(key);
    if (known) return known;
    // The 0 of a gauge would be a measurement.
    const shown = this.kind === 'gauge' ? { ...times, heldUntil: Number.NEGATIVE_INFINITY } : times;
    const series = this.#details
      ? new DetailedSeries(labelValues, { ...span, ...this.#details }, shown)
      : new Series(labelValues, span, shown);
    this.#byLabels.set(key, series);
    this.#series.push(series);
    return series;
  }
}

/** Every label of a row with its value, those of its section behind its own. */
export function valuesOf(
  kind: RowKind,
  row: Pick<Row, 'labelValues'>,
  labels: EventLabels,
): ReadonlyMap<string, string> {
  const own = labelsOf(kind).map(([name], at) => [name, row.labelValues[at] ?? ''] as const);
  return new Map([...own, ...Object.entries(labels)]);
}

function hasValue(series: Series): boolean {
  // A gauge is not held at 0, so the time makes no difference.
  return !Number.isNaN(series.value(0));
}
