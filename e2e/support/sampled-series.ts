import type { Collection, MetricFamily, MetricSeries } from '@turnscope/core';
import type { Samples } from './extrapolated-increase.ts';

type Labels = Readonly<Record<string, string>>;

interface Named {
  /** With the suffix of a histogram's part. */
  readonly name: string;
  readonly labels: Labels;
}

/** A series as a scraper stores it, growing with every scrape. */
export interface SampledSeries extends Samples, Named {
  /** The metric it belongs to, and which part of it: of a histogram bucket by bucket, the sum, the count. */
  readonly metric: string;
  readonly cell: number;
  readonly times: number[];
  readonly values: number[];
}

/** Scrapes the metrics of these names, or all, and keeps every sample. MUTABLE. */
export class Scraper {
  readonly #names: ReadonlySet<string> | 'all';
  readonly #target: Labels;
  readonly #byText = new Map<string, SampledSeries>();
  /** A monitor shows the same objects each time; of a histogram these are its buckets, sum and count. */
  readonly #bySource = new WeakMap<MetricSeries, readonly SampledSeries[]>();

  /** `target`: the labels that a scraper gives to everything it finds there. */
  constructor(names: ReadonlySet<string> | 'all', target: Labels) {
    this.#names = names;
    this.#target = target;
  }

  get series(): readonly SampledSeries[] {
    return [...this.#byText.values()];
  }

  scrape({ now, families }: Collection): void {
    for (const family of families) {
      if (this.#names !== 'all' && !this.#names.has(family.name)) continue;
      for (const series of family.series) this.#take(family, series, now);
    }
  }

  #take(family: MetricFamily, series: MetricSeries, now: number): void {
    let sampled = this.#bySource.get(series);
    if (sampled === undefined) {
      sampled = this.#find(family, series);
      this.#bySource.set(series, sampled);
    }
    const values = family.kind === 'histogram' ? partsOf(family, series, now) : [series.value(now)];
    for (const [at, { times, values: known }] of sampled.entries()) {
      times.push(now);
      known.push(values[at] ?? Number.NaN);
    }
  }

  /** The same labels are the same series, also when another monitor shows them. */
  #find(family: MetricFamily, { labelValues }: MetricSeries): readonly SampledSeries[] {
    const own = family.labels.map((name, at) => [name, labelValues[at] ?? '']);
    const labels = { ...this.#target, ...Object.fromEntries(own) };
    return namesOf(family, labels).map((names, cell) => {
      const known = this.#byText.get(textOf(names));
      if (known !== undefined) return known;
      const made = { ...names, metric: family.name, cell, times: [], values: [] };
      this.#byText.set(textOf(names), made);
      return made;
    });
  }
}

/** What a metric is called in the text of a scrape; of a histogram its buckets, its sum, its count. */
function namesOf({ name, kind, bounds = [] }: MetricFamily, labels: Labels): readonly Named[] {
  if (kind !== 'histogram') return [{ name, labels }];
  const buckets = [...bounds.map(String), '+Inf'].map((le) => ({
    name: `${name}_bucket`,
    labels: { ...labels, le },
  }));
  return [...buckets, { name: `${name}_sum`, labels }, { name: `${name}_count`, labels }];
}

/** In the same order; buckets hold all smaller values too. */
function partsOf(
  { bounds = [] }: MetricFamily,
  series: MetricSeries,
  now: number,
): readonly number[] {
  const cells = new Float64Array(bounds.length + 2);
  series.read(now, cells);
  let count = 0;
  const buckets = Array.from(cells.subarray(0, -1), (single) => {
    count += single;
    return count;
  });
  return [...buckets, cells.at(-1) ?? Number.NaN, count];
}

/** Name and labels as the text of a scrape has them. */
export function textOf({ name, labels }: Named): string {
  const pairs = Object.entries(labels).map(([label, value]) => `${label}="${value}"`);
  return pairs.length === 0 ? name : `${name}{${pairs.join(',')}}`;
}
