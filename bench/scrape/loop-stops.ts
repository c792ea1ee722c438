/**
 * The longest time for which the event loop could not turn to anything else, from here to `end`: of the
 * processor, because a busy machine stops a process for as long as it likes. Linux counts that at its
 * ticks, so a stop may look up to 4 ms longer than it was.
 */
export class LoopStops {
  #longest = 0;
  #last = process.threadCpuUsage();
  #timer = setTimeout(() => this.#turn(), 1);

  /** In milliseconds. */
  end(): number {
    clearTimeout(this.#timer);
    return this.#longest / 1000;
  }

  #turn(): void {
    const { user, system } = process.threadCpuUsage(this.#last);
    this.#longest = Math.max(this.#longest, user + system);
    this.#last = process.threadCpuUsage();
    this.#timer = setTimeout(() => this.#turn(), 1);
  }
}
