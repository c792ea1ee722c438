import type { PerformanceMonitor } from '@turnscope/core';

/** Of a supervisor and its agents; histograms are told by their counts. */
const told =
  /^turnscope_(turns|responses|response_retries|tool_calls|compactions|process_starts|process_exits|restarts|source_parse_errors|processes|process_startup|tokens)/;

/** Series that are not 0, by name and label values: `turnscope_turns_total tactical,m,user,success`. */
export function countedSeries(
  monitor: PerformanceMonitor,
  names: RegExp = told,
): Record<string, number> {
  const { families, now } = monitor.collect();
  const found: Record<string, number> = {};
  for (const { name, series, bounds } of families.filter((family) => names.test(family.name))) {
    for (const each of series) {
      const value = bounds === undefined ? each.value(now) : countOf(each, bounds.length, now);
      if (value !== 0) found[`${name.slice(10)} ${each.labelValues.join(',')}`] = value;
    }
  }
  return found;
}

function countOf(
  series: { read(now: number, into: Float64Array): void },
  bounds: number,
  now: number,
): number {
  const cells = new Float64Array(bounds + 2);
  series.read(now, cells);
  return cells.subarray(0, -1).reduce((sum, count) => sum + count, 0);
}

/** What is more in `after` than in `before`, without what did not move. */
export function moved(
  before: Readonly<Record<string, number>>,
  after: Readonly<Record<string, number>>,
): Record<string, number> {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  const changes = [...keys].map((key) => [key, (after[key] ?? 0) - (before[key] ?? 0)] as const);
  return Object.fromEntries(changes.filter(([, change]) => change !== 0));
}
