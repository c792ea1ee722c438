/**
 * The quantile of counted values, interpolated linearly within its bucket: `histogram_quantile` of
 * Prometheus 2.x for classic buckets, with its edge cases. `counts` holds the number of values in each
 * bucket, not cumulative, the one beyond the last bound last. `quantile` from 0 to 1.
 *
 * Without values there is no quantile. In the bucket beyond the last bound it is that bound. The
 * first bucket begins at 0, unless its bound is not above 0: then it is that bound.
 */
export function histogramQuantile(
  quantile: number,
  bounds: readonly number[],
  counts: readonly number[],
): number | undefined {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (!(total > 0) || bounds.length === 0) return undefined;
  const rank = quantile * total;
  let below = 0;
  let bucket = 0;
  while (bucket < bounds.length && below + (counts[bucket] ?? 0) < rank) {
    below += counts[bucket] ?? 0;
    bucket += 1;
  }
  if (bucket === bounds.length) return bounds.at(-1);
  const inside = counts[bucket] ?? 0;
  return interpolate(bounds, bucket, inside > 0 ? (rank - below) / inside : 0);
}

/** The value at a share of the way through a bucket. */
function interpolate(bounds: readonly number[], bucket: number, share: number): number {
  const end = bounds[bucket] ?? 0;
  if (bucket === 0 && end <= 0) return end;
  const start = bounds[bucket - 1] ?? 0;
  return start + (end - start) * share;
}
