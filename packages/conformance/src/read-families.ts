/** All metrics that a back end shows at one moment, in the neutral form that back ends are compared in. */
export type ReadFamilies = readonly ReadFamily[];

/** A metric, by the name and in the words of the catalogue. One without series is the same as none. */
export interface ReadFamily {
  /** With `_total` where it is a counter. */
  readonly name: string;
  readonly kind: 'counter' | 'gauge' | 'histogram';
  /** As people read it, without escapes. */
  readonly help: string;
  readonly series: readonly ReadSeries[];
}

export type ReadSeries = ReadNumber | ReadHistogram;

/** A counter or gauge for one label combination. */
export interface ReadNumber {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** A histogram for one label combination. */
export interface ReadHistogram {
  /** Without `le`. */
  readonly labels: Readonly<Record<string, string>>;
  /** How many were at most so much, by upper bound; Infinity for the last. */
  readonly buckets: ReadonlyMap<number, number>;
  readonly sum: number;
  readonly count: number;
}
