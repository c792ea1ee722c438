import type { MetricFamily, MetricSeries } from '@turnscope/core';
import { escapeLabelValue } from './escape.ts';
import { formatNumber } from './format-number.ts';

/** What stands between a metric's name and the value, and never changes for a series. */
export interface SeriesText {
  /** For a single value, with the space after it: `{model="m"} `, or a space where there are no labels. */
  readonly labels: string;
  /** For a bucket, up to its `le`: `{model="m",`, or `{`. */
  readonly beforeLe: string;
}

/** Renders the labels of a series. */
export function seriesText(family: MetricFamily, series: MetricSeries): SeriesText {
  const pairs = family.labels.map(
    (name, at) => `${name}="${escapeLabelValue(series.labelValues[at] ?? '')}"`,
  );
  if (pairs.length === 0) return { labels: ' ', beforeLe: '{' };
  const joined = pairs.join(',');
  return { labels: `{${joined}} `, beforeLe: `{${joined},` };
}

/** The ends of bucket names, `le="0.5"} ` and so on; the last is +Inf. */
export function bucketEnds(bounds: readonly number[]): readonly string[] {
  return [...bounds, Number.POSITIVE_INFINITY].map((bound) => `le="${formatNumber(bound)}"} `);
}
