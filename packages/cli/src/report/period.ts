/** A stretch of time, in epoch milliseconds; both ends are in it. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

/** The same before the transcripts are read: without `from` it begins with the first event there is. */
export interface AskedPeriod {
  readonly from: number | undefined;
  readonly to: number;
}
