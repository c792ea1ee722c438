import type { Collection, MetricFamily, MetricSeries, PerformanceMonitor } from '@turnscope/core';

/** What a histogram holds. */
export interface Observed {
  readonly count: number;
  readonly sum: number;
  /** Number of values by upper bound, without the empty buckets. */
  readonly buckets: Readonly<Record<string, number>>;
}

type Labels = Readonly<Record<string, string>>;

/** The value of a counter or gauge; undefined when there is no such series. */
export function read(
  monitor: PerformanceMonitor,
  name: string,
  labels: Labels = {},
): number | undefined {
  const { now, families } = monitor.collect();
  return find(families, name, labels)?.value(now);
}

/** The content of a histogram; undefined when there is no such series. */
export function readHistogram(
  monitor: PerformanceMonitor,
  name: string,
  labels: Labels = {},
): Observed | undefined {
  const { now, families } = monitor.collect();
  const series = find(families, name, labels);
  const family = families.find((each) => each.name === name);
  return series && family ? observed(family, series, now) : undefined;
}

/** The series of a metric with these labels. */
export function seriesOf(
  monitor: PerformanceMonitor,
  name: string,
  labels: Labels = {},
): MetricSeries | undefined {
  return find(monitor.collect().families, name, labels);
}

/** Every number a monitor shows, by a key such as `turnscope_turns_total{process_type=tactical}`. */
export function readAll(monitor: PerformanceMonitor): Readonly<Record<string, number>> {
  return Object.fromEntries(numbersOf(monitor.collect()));
}

/** What an action moves, and by how much; without what moves because somebody looks. */
export function movedBy(
  monitor: PerformanceMonitor,
  action: () => void,
): Readonly<Record<string, number>> {
  const before = readAll(monitor);
  action();
  const moved = Object.entries(readAll(monitor)).map(
    ([key, value]) => [key, value - (before[key] ?? 0)] as const,
  );
  return Object.fromEntries(moved.filter(([key, by]) => by !== 0 && !aboutItself.test(key)));
}

const aboutItself =
  /^turnscope_(rows|label_values|conversations_tracked|evaluator|signal|alert_state)\b|evaluation/;

function numbersOf({ now, families }: Collection): (readonly [string, number])[] {
  return families.flatMap((family) =>
    family.series.flatMap((series): (readonly [string, number])[] => {
      const key = `${family.name}{${labelsText(family, series)}}`;
      if (family.kind !== 'histogram') return [[key, series.value(now)]];
      const { sum, buckets } = observed(family, series, now);
      return [
        ...Object.entries(buckets).map(([bound, count]) => [`${key} le=${bound}`, count] as const),
        [`${key} sum`, sum],
      ];
    }),
  );
}

function labelsText({ labels }: MetricFamily, { labelValues }: MetricSeries): string {
  return labels.map((name, at) => `${name}=${labelValues[at]}`).join(',');
}

function find(
  families: readonly MetricFamily[],
  name: string,
  labels: Labels,
): MetricSeries | undefined {
  const family = families.find((each) => each.name === name);
  return family?.series.find(({ labelValues }) =>
    family.labels.every((label, at) => labels[label] === labelValues[at]),
  );
}

function observed({ bounds = [] }: MetricFamily, series: MetricSeries, now: number): Observed {
  const cells = new Float64Array(bounds.length + 2);
  series.read(now, cells);
  const counts = [...cells.slice(0, -1)];
  const named = counts.map((count, at) => [String(bounds[at] ?? '+Inf'), count] as const);
  return {
    count: counts.reduce((total, count) => total + count, 0),
    sum: cells.at(-1) ?? Number.NaN,
    buckets: Object.fromEntries(named.filter(([, count]) => count !== 0)),
  };
}
