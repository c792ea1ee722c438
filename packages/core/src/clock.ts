/** Tells the time. Everything that needs it takes a clock, so that tests and replays own theirs. */
export interface Clock {
  /** Milliseconds since the Unix epoch. May jump in either direction when a machine's clock is set. */
  now(): number;
}
