/** Upper bounds of the buckets of response latency, typed again here so that a change is noticed. */
const ladder = [0.5, 1, 2, 3, 4, 5, 7.5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 300, 600, Infinity];

/** How many latencies each bucket of the ladder holds. */
export function countsOf(latencies: readonly number[]): readonly number[] {
  return ladder.map((_, at) => latencies.filter((seconds) => bucketOf(seconds) === at).length);
}

function bucketOf(seconds: number): number {
  return ladder.findIndex((bound) => seconds <= bound);
}

/** The counts that came since. */
export function minus(counts: readonly number[], before: readonly number[]): readonly number[] {
  return counts.map((count, at) => count - (before[at] ?? 0));
}

/** The quantile as Prometheus estimates it from buckets: linear inside the bucket of its rank. */
export function quantileOf(counts: readonly number[], quantile: number): number {
  let rank = quantile * counts.reduce((sum, count) => sum + count, 0);
  for (const [at, count] of counts.entries()) {
    if (rank > count || count === 0) {
      rank -= count;
      continue;
    }
    const lower = ladder[at - 1] ?? 0;
    return lower + ((ladder[at] ?? 0) - lower) * (rank / count);
  }
  return Number.NaN;
}

/** The bucket that a latency falls into. */
export function edges(seconds: number): { lower: number; upper: number } {
  const at = bucketOf(seconds);
  return { lower: ladder[at - 1] ?? 0, upper: ladder[at] ?? Number.NaN };
}
