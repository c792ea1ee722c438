/** The time that a report is about: the last so many seconds, or from one time to another in epoch milliseconds. */
export type ReportRange =
  | { readonly seconds: number }
  | { readonly from: number; readonly to: number };

/** The two times. Throws a RangeError when they are no times, or in the wrong order. */
export function resolveRange(range: ReportRange, now: number): { from: number; to: number } {
  if ('seconds' in range) {
    if (range.seconds > 0 && Number.isFinite(range.seconds)) {
      return { from: now - range.seconds * 1000, to: now };
    }
    throw new RangeError(`seconds must be a finite number above 0, got ${range.seconds}`);
  }
  const { from, to } = range;
  if (Number.isFinite(from) && Number.isFinite(to) && from < to) return { from, to };
  throw new RangeError(`from must be a time before to, got ${from} and ${to}`);
}
