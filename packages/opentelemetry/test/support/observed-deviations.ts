import type { Deviation, ReadFamilies, ReadFamily, ReadSeries } from '@turnscope/conformance';

/** What an SDK shows of observed metrics otherwise than the monitor, and why it must. */
export const observedDeviations: readonly Deviation[] = [
  {
    what: 'histograms hold what was recorded here, at once',
    reason:
      'the SDK only takes values, so what a state holds cannot be given to it, nor a 0 be held',
    apply: (families, { recorded }) => [
      ...families.filter(({ kind }) => kind !== 'histogram'),
      ...recorded().filter(({ kind }) => kind === 'histogram'),
    ],
  },
  {
    what: 'a histogram that holds nothing is not shown',
    reason: 'for the SDK a series begins with its first value',
    apply: withFilledHistograms,
  },
  {
    what: 'a gauge that has no value any more is NaN',
    reason: 'the SDK goes on showing every series, and its last value would be wrong',
    apply: (families, { earlier }) => [...families, ...goneGauges(earlier.flat(), families)],
  },
];

/** Without the histograms that hold nothing. */
export function withFilledHistograms(families: ReadFamilies): ReadFamilies {
  return families.map((family) => ({ ...family, series: family.series.filter(holdsSomething) }));
}

function holdsSomething(series: ReadSeries): boolean {
  return 'value' in series || series.count > 0;
}

function goneGauges(earlier: ReadFamilies, families: ReadFamilies): ReadFamilies {
  const shown = new Set(families.flatMap(seriesKeys));
  return earlier
    .filter(({ kind }) => kind === 'gauge')
    .map((family) => {
      const keys = seriesKeys(family);
      const gone = family.series.filter((_, at) => !shown.has(keys[at] ?? ''));
      return { ...family, series: gone.map(({ labels }) => ({ labels, value: Number.NaN })) };
    });
}

function seriesKeys({ name, series }: ReadFamily): readonly string[] {
  return series.map(({ labels }) => JSON.stringify([name, Object.entries(labels).sort()]));
}
