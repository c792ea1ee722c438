/** When what is being translated could first be known. MUTABLE: whoever translates, judges or ends something sets it. */
export interface Moment {
  /** Epoch milliseconds; undefined: as soon as it happened. */
  knownAt: number | undefined;
}
