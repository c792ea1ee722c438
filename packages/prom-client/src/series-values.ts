import type { MetricDefinition, MetricSeries } from '@turnscope/core';
import type { Moment } from './shared-collection.ts';

type Labels = Readonly<Record<string, string | number>>;

/** A line of the text formats, as prom-client holds it. */
export interface LabelledValue {
  readonly labels: Labels;
  /** Labels that several lines have; a registry keeps their text for as long as the object is there. */
  readonly sharedLabels?: Labels;
  readonly value: number;
  /** Absent where it is the metric's. */
  readonly metricName?: string;
}

/** Labels of a line that has none beside its series'. */
const none: Labels = {};

/**
 * The series of one metric as values of prom-client. MUTABLE: the labels object of each series, made
 * once, as a registry remembers their text by the object; and one array that histograms are read into.
 */
export class SeriesValues {
  readonly #definition: MetricDefinition;
  readonly #labels = new WeakMap<MetricSeries, Labels>();
  readonly #ends: readonly Labels[];
  readonly #cells: Float64Array;

  constructor(definition: MetricDefinition) {
    this.#definition = definition;
    const bounds = definition.ladder?.bounds ?? [];
    this.#ends = [...bounds, '+Inf'].map((le) => ({ le }));
    this.#cells = new Float64Array(bounds.length + 2);
  }

  /** Of all series that have a value at that moment; none where the metric is not shown. */
  read({ now, families }: Moment): LabelledValue[] {
    const values: LabelledValue[] = [];
    const family = families.get(this.#definition.name);
    for (const series of family?.series ?? []) {
      const sharedLabels = this.#labelsOf(series, family?.labels ?? []);
      if (family?.kind === 'histogram') this.#addHistogram(values, series, sharedLabels, now);
      else values.push({ labels: none, sharedLabels, value: series.value(now) });
    }
    return values;
  }

  #addHistogram(
    values: LabelledValue[],
    series: MetricSeries,
    sharedLabels: Labels,
    now: number,
  ): void {
    const { name } = this.#definition;
    const cells = this.#cells;
    series.read(now, cells);
    const metricName = `${name}_bucket`;
    let count = 0;
    for (const [at, labels] of this.#ends.entries()) {
      count += cells[at] ?? 0;
      values.push({ labels, sharedLabels, value: count, metricName });
    }
    const sum = cells[this.#ends.length] ?? 0;
    values.push({ labels: none, sharedLabels, value: sum, metricName: `${name}_sum` });
    values.push({ labels: none, sharedLabels, value: count, metricName: `${name}_count` });
  }

  #labelsOf(series: MetricSeries, names: readonly string[]): Labels {
    const known = this.#labels.get(series);
    if (known) return known;
    const made = Object.fromEntries(names.map((name, at) => [name, series.labelValues[at] ?? '']));
    this.#labels.set(series, made);
    return made;
  }
}
