import type { Collection, MetricFamily, MetricSeries } from '@turnscope/core';
import { ucumUnit } from '../../src/ucum-unit.ts';

/** A metric as a scraper reads it: samples by a key such as `turnscope_rows{event="turn"}`. */
export interface ShownFamily {
  readonly kind: string;
  readonly help: string;
  readonly unit: string;
  readonly samples: Readonly<Record<string, number>>;
}

export type Shown = Readonly<Record<string, ShownFamily>>;

/** Families of a collection as a scraper is to read them; without those that have no series. */
export function shownBy({ now, families }: Collection): Shown {
  const shown = families
    .filter(({ series }) => series.length > 0)
    .map((family) => [family.name, shownFamily(family, now)] as const);
  return Object.fromEntries(shown);
}

function shownFamily(family: MetricFamily, now: number): ShownFamily {
  const samples = family.series.flatMap((series) =>
    family.kind === 'histogram'
      ? histogramSamples(family, series, now)
      : [[keyOf(family.name, labelsOf(family, series)), series.value(now)] as const],
  );
  const { kind, help, unit } = family;
  return { kind, help, unit: ucumUnit(unit), samples: Object.fromEntries(samples) };
}

function histogramSamples(family: MetricFamily, series: MetricSeries, now: number) {
  const { name, bounds = [] } = family;
  const labels = labelsOf(family, series);
  const cells = new Float64Array(bounds.length + 2);
  series.read(now, cells);
  let count = 0;
  const buckets = [...bounds, '+Inf'].map((bound, at) => {
    count += cells[at] ?? 0;
    return [keyOf(`${name}_bucket`, { ...labels, le: String(bound) }), count] as const;
  });
  return [
    ...buckets,
    [keyOf(`${name}_sum`, labels), cells.at(-1) ?? Number.NaN] as const,
    [keyOf(`${name}_count`, labels), count] as const,
  ];
}

function labelsOf({ labels }: MetricFamily, { labelValues }: MetricSeries) {
  return Object.fromEntries(labels.map((name, at) => [name, labelValues[at] ?? '']));
}

/** The key of a sample, whatever the order of its labels. */
export function keyOf(name: string, labels: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(labels).map(([key, value]) => `${key}=${JSON.stringify(value)}`);
  return `${name}{${pairs.toSorted().join(',')}}`;
}

/** Without the histograms that hold nothing. */
export function withoutEmptyHistograms(shown: Shown): Shown {
  const families = Object.entries(shown).map(([name, family]) => {
    const filled = Object.keys(family.samples).filter((key) => !isEmpty(key, family.samples));
    const samples = Object.fromEntries(filled.map((key) => [key, family.samples[key] ?? 0]));
    return [name, family.kind === 'histogram' ? { ...family, samples } : family] as const;
  });
  return Object.fromEntries(families.filter(([, { samples }]) => Object.keys(samples).length > 0));
}

/** Whether a sample is of a series whose count is 0. */
function isEmpty(key: string, samples: Readonly<Record<string, number>>): boolean {
  const count = key
    .replace(/_(bucket|sum)\{/, '_count{')
    .replace(/le="[^"]*",?/, '')
    .replace(/,\}$/, '}');
  return samples[count] === 0;
}
