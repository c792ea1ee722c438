/** The times of all series, ascending. */
export function timesOf(series) {
  const times = new Set(series.flatMap(({ points }) => points.map(([time]) => time)));
  return [...times].sort((a, b) => a - b);
}

/** A series' values at these times; null where it has none. */
export function column(points, times) {
  const known = new Map(points);
  return times.map((time) => {
    const value = known.get(time);
    return Number.isFinite(value) ? value : null;
  });
}
