/** A conversation that cannot be resumed so often is given up, so that its process lives on without it. */
const mostFailures = 3;

/** The conversation that a process holds, and that its next start goes on with. MUTABLE. */
export class HeldConversation {
  #id: string | undefined;
  #turns = 0;
  #failures = 0;

  get id(): string | undefined {
    return this.#id;
  }

  /** Since it began or was last compacted, restarts of its process in between or not. */
  get turns(): number {
    return this.#turns;
  }

  /** A turn has ended, in this one where the process has named any. True where it is another one than before. */
  turned(id: string | undefined): boolean {
    const isOther = id !== undefined && this.#hold(id);
    this.#turns += 1;
    return isOther;
  }

  compacted(): void {
    this.#turns = 0;
  }

  /**
   * The process has ended, in this one where it had begun a turn. `isItsOwn`: by its own doing. An agent
   * may even say that it is ready before it finds that there is nothing to resume.
   */
  left(id: string | undefined, isItsOwn: boolean): void {
    if (id !== undefined) this.#hold(id);
    else if (isItsOwn) this.#failures += 1;
    if (this.#failures < mostFailures) return;
    this.#id = undefined;
    this.#turns = 0;
  }

  #hold(id: string): boolean {
    this.#failures = 0;
    if (id === this.#id) return false;
    this.#id = id;
    this.#turns = 0;
    return true;
  }
}
