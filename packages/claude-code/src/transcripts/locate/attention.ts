/** What did not change for so long is looked at every second time only. */
const coldMilliseconds = 10 * 60_000;

/**
 * How often to look at a file or folder. MUTABLE. Most transcripts were finished long ago; looking
 * at those every second time halves the cost of a poll, and with two polls a second a change still
 * shows within one.
 */
export class Attention {
  #changedAt = Number.NEGATIVE_INFINITY;
  #turn: number;

  /** Of things with an even `index` one half of the looks is due, of the others the other half. */
  constructor(index: number) {
    this.#turn = index % 2 === 0 ? 0 : -1;
  }

  /** Whether it is this one's turn; it always is at first. */
  isDue(now: number): boolean {
    if (this.changedWithin(coldMilliseconds, now)) return true;
    this.#turn += 1;
    return this.#turn <= 1 || this.#turn % 2 === 1;
  }

  changedWithin(milliseconds: number, now: number): boolean {
    return now - this.#changedAt < milliseconds;
  }

  /** It changed at `at`, epoch milliseconds. */
  changed(at: number): void {
    this.#changedAt = Math.max(at, this.#changedAt);
  }
}
