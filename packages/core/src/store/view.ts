import { cellCount, offsetOf } from '../catalogue/layout.ts';
import type { MetricDefinition } from '../catalogue/metric.ts';
import { labelsOf, open } from '../catalogue/row-kinds.ts';
import type { MetricFamily } from './metric-family.ts';
import type { Row } from './row-table.ts';
import { Series } from './series.ts';

/** A metric over the rows of its kind: a projection, rolled up over the labels it does not show. */
export class View implements MetricFamily {
  readonly definition: MetricDefinition;
  readonly #series: Series[] = [];
  readonly #byLabels = new Map<string, Series>();
  readonly #offset: number;

  constructor(definition: MetricDefinition) {
    this.definition = definition;
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
  get labels() {
    return this.definition.labels;
  }
  get bounds() {
    return this.definition.ladder?.bounds;
  }

  /** Those that have a value now. Otherwise they only ever become more, in the same order. */
  get series(): readonly Series[] {
    return this.definition.mayBeAbsent ? this.#series.filter(hasValue) : this.#series;
  }

  /**
   * Takes a new row into the series it belongs to. A series that is new shows 0 until `heldUntil`; that
   * of a gauge does not, for its 0 would be a measurement.
   */
  include(row: Row, heldUntil: number): void {
    const values = new Map(
      labelsOf(this.definition.rows).map(([name], at) => [name, row.labelValues[at] ?? '']),
    );
    const from = this.kind === 'gauge' ? Number.NEGATIVE_INFINITY : heldUntil;
    for (const series of this.#seriesOf(values, from)) series.include(row.cells);
  }

  /**
   * Makes the series that can be known before anything happened stand at 0: those whose labels are
   * all closed, or are the process type, for each of the given process types.
   */
  expect(processTypes: readonly string[]): void {
    if (this.definition.mayBeAbsent) return;
    let combinations: readonly ReadonlyMap<string, string>[] = [new Map()];
    for (const [name, domain] of labelsOf(this.definition.rows)) {
      if (!this.definition.labels.includes(name)) continue;
      if (domain === open && name !== 'process_type') return;
      const choices = domain === open ? processTypes : domain;
      combinations = combinations.flatMap((head) =>
        choices.map((value) => new Map([...head, [name, value]])),
      );
    }
    for (const values of combinations) this.#seriesOf(values, Number.NEGATIVE_INFINITY);
  }

  /** The series for the labels of a row: one, or one for each value of the cell label. */
  #seriesOf(values: ReadonlyMap<string, string>, heldUntil: number): readonly Series[] {
    const { cellLabel } = this.definition;
    if (!cellLabel)
      return [
        this.#find(values, { offset: this.#offset, size: cellCount(this.definition) }, heldUntil),
      ];
    return cellLabel.values.map((value, at) =>
      this.#find(
        new Map([...values, [cellLabel.name, value]]),
        { offset: this.#offset + at, size: 1 },
        heldUntil,
      ),
    );
  }

  #find(
    values: ReadonlyMap<string, string>,
    span: { offset: number; size: number },
    heldUntil: number,
  ): Series {
    const labelValues = this.definition.labels.map((name) => values.get(name) ?? '');
    const key = JSON.stringify(labelValues);
    const known = this.#byLabels.get(key);
    if (known) return known;
    const series = new Series(labelValues, span, heldUntil);
    this.#byLabels.set(key, series);
    this.#series.push(series);
    return series;
  }
}

function hasValue(series: Series): boolean {
  // A gauge is not held at 0, so the time makes no difference.
  return !Number.isNaN(series.value(0));
}
