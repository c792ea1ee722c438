/** A conversation that cannot be resumed so often is given up, so that its process lives on without it. */
const mostFailures = 2;

/** The conversation that a process holds, and that its next start goes on with. MUTABLE. */
export class ResumeChoice {
  #id: string | undefined;
  #failures = 0;

  get id(): string | undefined {
    return this.#id;
  }

  /** True where it holds another one now. */
  holds(id: string | undefined): boolean {
    const before = this.#id;
    this.#id = id ?? before;
    return this.#id !== before;
  }

  /** The process got ready. */
  resumed(): void {
    this.#failures = 0;
  }

  /** The process ended before it got ready. */
  failed(): void {
    this.#failures += 1;
    if (this.#failures >= mostFailures) this.#id = undefined;
  }
}
