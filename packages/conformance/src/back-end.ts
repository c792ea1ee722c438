import type { PerformanceMonitor } from '@turnscope/core';
import type { Moment } from './moment.ts';
import type { ReadFamilies } from './read-families.ts';

/** What takes part: something that shows a monitor to the outside, and can be read back. */
export interface BackEnd {
  /** In the reader's words, "prom-client, OpenMetrics". */
  readonly name: string;
  /** Called once for each scenario; what it answers is read after every step. */
  create(monitor: PerformanceMonitor): BackEndReader;
  /** What it shows otherwise than the collection. Default none. */
  readonly deviations?: readonly Deviation[];
}

export interface BackEndReader {
  /** Lets the back end write what it writes, and reads that back. */
  read(): Promise<ReadFamilies>;
  /** Called after the last step. */
  close?(): Promise<void>;
}

/** Something a back end shows otherwise, on purpose. It must make a difference, or it is none any more. */
export interface Deviation {
  /** What it does, as the end of "deviates: …". */
  readonly what: string;
  readonly reason: string;
  /** What the back end shows at this moment instead of these families. */
  apply(families: ReadFamilies, moment: Moment): ReadFamilies;
}
