/** What Prometheus stored of a series: times in epoch milliseconds, in their order, and the values at them. */
export interface Samples {
  readonly times: readonly number[];
  readonly values: readonly number[];
}

/** Both ends belong to it, as in Prometheus 2. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** How far beyond the mean distance of two samples a sample may be missing and still be expected. */
const threshold = 1.1;

/**
 * `increase` of Prometheus 2.42 for one series, written after `extrapolatedRate` in promql/functions.go. Undefined
 * without two samples in the range.
 *
 * What a counter grew between its first and its last sample is stretched to the ends of the range where these are near,
 * and by half of the mean distance of two samples where they are not; never beyond the point at which it would have
 * been 0. A counter that falls began again at 0.
 */
export function extrapolatedIncrease(series: Samples, range: Range): number | undefined {
  const { first, last } = placesIn(series.times, range);
  if (last <= first) return undefined;
  const growth = growthBetween(series.values, first, last);
  const { times, values } = series;
  const seconds = secondsBetween(times[first], times[last]);
  const mean = seconds / (last - first);
  const toEnd = secondsBetween(times[last], range.to);
  const toZero = growth > 0 ? seconds * ((values[first] ?? 0) / growth) : Number.POSITIVE_INFINITY;
  const toStart = Math.min(secondsBetween(range.from, times[first]), toZero);
  const covered = seconds + stretch(toStart, mean) + stretch(toEnd, mean);
  return growth * (covered / seconds);
}

/** The growth without any stretching: what the ring of the monitor answers. Undefined without a sample in the range. */
export function plainIncrease({ times, values }: Samples, range: Range): number | undefined {
  const { first, last } = placesIn(times, range);
  return last < first ? undefined : (values[last] ?? 0) - (values[first] ?? 0);
}

/** The last sample in a range; undefined without one. */
export function latestIn({ times, values }: Samples, range: Range): number | undefined {
  const { first, last } = placesIn(times, range);
  return last < first ? undefined : values[last];
}

/** The growth of a counter that begins again at 0 whenever it falls. */
function growthBetween(values: readonly number[], first: number, last: number): number {
  let growth = (values[last] ?? 0) - (values[first] ?? 0);
  for (let at = first + 1; at <= last; at += 1) {
    const before = values[at - 1] ?? 0;
    if ((values[at] ?? 0) < before) growth += before;
  }
  return growth;
}

function stretch(seconds: number, mean: number): number {
  return seconds < mean * threshold ? seconds : mean / 2;
}

function secondsBetween(from = 0, to = 0): number {
  return (to - from) / 1000;
}

/** The first and the last place in a range; `last` is below `first` where there is none. */
function placesIn(times: readonly number[], { from, to }: Range): { first: number; last: number } {
  return {
    first: placeOf(times, (time) => time >= from),
    last: placeOf(times, (time) => time > to) - 1,
  };
}

/** The first place of sorted times from which on a condition holds. */
function placeOf(times: readonly number[], holds: (time: number) => boolean): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(times[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}
