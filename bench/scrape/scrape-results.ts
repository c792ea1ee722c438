import type { Measurement } from '../harness/interleave.ts';

/** What scrapes cost. */
export interface ScrapeResults {
  /** The families of a real host. */
  readonly host: readonly Measurement[];
  readonly thousand: readonly Measurement[];
  readonly tenThousand: readonly Measurement[];
  /** Beside the histograms of OpenTelemetry's SDK in its exporter. */
  readonly thousandOpenTelemetry: readonly Measurement[];
  readonly tenThousandOpenTelemetry: readonly Measurement[];
  readonly large: readonly LargeScrape[];
}

/** What answering over HTTP does to the process. */
export interface LargeScrape {
  readonly format: string;
  /** Of the largest histogram; the same events fill others. */
  readonly series: number;
  readonly single: Load;
  /** Two scrapes at once. */
  readonly double: Load;
}

export interface Load {
  /** Of one answer. */
  readonly megabytes: number;
  readonly milliseconds: number;
  /** Of the processor: for how long nothing else got its turn. */
  readonly longestStopMilliseconds: number;
  /** Memory of the process above what it had before. */
  readonly moreMegabytes: number;
}
