import type { Exemplar, MetricFamily } from '@turnscope/core';

/** What one text format does in another way than the other. */
export interface Dialect {
  /** The lines before the samples of a family. */
  header(family: MetricFamily): string;
  /** What the sample of a counter or gauge is called. */
  sampleName(family: MetricFamily): string;
  /** The value of an `le` label. */
  bound(value: number): string;
  /** What stands behind a bucket, from the space on; nothing where exemplars cannot be written. */
  exemplar(exemplar: Exemplar): string;
  /** The last line. */
  readonly end: string;
}
