/** How many rows of one kind there may be, over all attributions. Mutable: the counts. */
export class RowRoom {
  /** Rows before open labels become `other`; those rows may go beyond it. */
  readonly limit: number;
  used = 0;
  /** Look-ups that went to a row of `other` because there was no room for their own. */
  overflowed = 0;

  constructor(limit: number) {
    this.limit = limit;
  }
}
