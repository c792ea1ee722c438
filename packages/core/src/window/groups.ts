/** What numbers are grouped by: process types, numbered as they appear. MUTABLE; only grows, bounded by the label's limit. */
export class Groups {
  readonly names: string[] = [adapterGroup];
  readonly #indices = new Map<string, number>([[adapterGroup, 0]]);

  /** The number of a process type; of a new one the next. */
  indexOf(name: string): number {
    const known = this.#indices.get(name);
    if (known !== undefined) return known;
    const index = this.names.length;
    this.names.push(name);
    this.#indices.set(name, index);
    return index;
  }
}

/** The group of what is about the adapter itself: its process type is empty. */
export const adapterGroup = '';
