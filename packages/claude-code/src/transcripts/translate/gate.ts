/**
 * Whether what is read counts. MUTABLE: closed while something is read for context only, that is,
 * for the parents, ids and open turns that later lines refer to.
 */
export class Gate {
  #open = true;

  get isOpen(): boolean {
    return this.#open;
  }

  /** Nothing that is read until `open` counts. */
  close(): void {
    this.#open = false;
  }

  open(): void {
    this.#open = true;
  }
}
