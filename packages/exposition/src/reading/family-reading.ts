import type { Collection, MetricFamily, MetricSeries, NativeHistogram } from '@turnscope/core';

/** The numbers of a family as they were at one moment. */
export interface FamilyReading {
  readonly family: MetricFamily;
  /** Those that were there. */
  readonly series: readonly MetricSeries[];
  /** Cells of one series: the value, or the counts of the buckets, +Inf last, and the sum. */
  readonly size: number;
  /** The cells of all series, one after the other. */
  readonly cells: Float64Array;
  /** The native histograms of series that have them, by place; empty where nobody asked for them. */
  readonly natives: NativeHistogram[];
}

export interface ReadingOptions<Pause> {
  /** What is yielded where a caller may let others run. */
  readonly pause: Pause;
  /** Whether native histograms are read too. */
  readonly natives?: boolean;
}

/** As many series are read in one go: a millisecond, two where memory is cold. */
const seriesInOneGo = 2_500;

/**
 * Reads the values of all families that have series, so that what is recorded while they are written
 * is not half in the answer. Yields `pause` after every 2,500 series, where a caller may let others run:
 * what it reads without doing so is of one moment.
 */
export function* readFamilies<Pause>(
  { families, now }: Collection,
  { pause, natives = false }: ReadingOptions<Pause>,
): Generator<Pause, readonly FamilyReading[]> {
  const readings: FamilyReading[] = [];
  let left = seriesInOneGo;
  for (const family of families) {
    const reading = emptyReading(family);
    const count = reading.series.length;
    if (count === 0) continue;
    readings.push(reading);
    for (let from = 0; from < count; ) {
      const to = Math.min(count, from + left);
      read(reading, { from, to, now, natives });
      left -= to - from;
      from = to;
      if (left > 0) continue;
      left = seriesInOneGo;
      yield pause;
    }
  }
  return readings;
}

function emptyReading(family: MetricFamily): FamilyReading {
  const { series } = family;
  const size = family.kind === 'histogram' ? (family.bounds ?? []).length + 2 : 1;
  return { family, series, size, cells: new Float64Array(series.length * size), natives: [] };
}

interface Span {
  readonly from: number;
  readonly to: number;
  readonly now: number;
  readonly natives: boolean;
}

function read(reading: FamilyReading, { from, to, now, natives }: Span): void {
  const { family, series, size, cells } = reading;
  const one = new Float64Array(size);
  for (let at = from; at < to; at += 1) {
    const native = natives ? series[at]?.native?.(now) : undefined;
    if (native) reading.natives[at] = native;
    if (family.kind === 'histogram') series[at]?.read(now, one);
    else one[0] = series[at]?.value(now) ?? 0;
    cells.set(one, at * size);
  }
}
