import type { ReadFamilies, ReadFamily, ReadSeries } from '@turnscope/conformance';

interface JsonFamily extends Omit<ReadFamily, 'series'> {
  readonly type: ReadFamily['kind'];
  readonly values: readonly JsonValue[];
}

interface JsonValue {
  readonly metricName?: string;
  readonly labels: Readonly<Record<string, string | number>>;
  readonly value: number;
}

/** What `getMetricsAsJSON` answers, as a primary gets it of a worker. */
export function readJson(text: string): ReadFamilies {
  const families = JSON.parse(text) as readonly JsonFamily[];
  return families.map(({ name, type, help, values }) => ({
    name,
    kind: type,
    help,
    series: type === 'histogram' ? histograms(name, values) : values.map(asNumber),
  }));
}

function asNumber({ labels, value }: JsonValue): ReadSeries {
  return { labels: labels as Readonly<Record<string, string>>, value };
}

function histograms(name: string, values: readonly JsonValue[]): readonly ReadSeries[] {
  const groups = new Map<string, JsonValue[]>();
  for (const value of values) {
    const { le, ...labels } = value.labels;
    const key = JSON.stringify(labels);
    groups.set(key, [...(groups.get(key) ?? []), value]);
  }
  return [...groups].map(([key, group]) => {
    const lineOf = (part: string) => group.find((each) => each.metricName === `${name}${part}`);
    const buckets = group.filter(({ metricName }) => metricName === `${name}_bucket`);
    return {
      labels: JSON.parse(key),
      buckets: new Map(buckets.map(({ labels: { le }, value }) => [boundOf(le), value])),
      sum: lineOf('_sum')?.value ?? Number.NaN,
      count: lineOf('_count')?.value ?? Number.NaN,
    };
  });
}

function boundOf(le: string | number | undefined): number {
  return le === '+Inf' ? Number.POSITIVE_INFINITY : Number(le);
}
