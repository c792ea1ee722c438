import type { Clock } from '@turnscope/core';

/** Adds up the time that work takes, without the waiting in between. Mutable. */
export class WorkTime {
  readonly #stopwatch: Clock;
  #milliseconds = 0;

  constructor(stopwatch: Clock) {
    this.#stopwatch = stopwatch;
  }

  get seconds(): number {
    return this.#milliseconds / 1000;
  }

  /** Does a piece of work, and answers what it answers. The time counts when it throws, too. */
  of<Result>(work: () => Result): Result {
    const start = this.#stopwatch.now();
    try {
      return work();
    } finally {
      this.#milliseconds += this.#stopwatch.now() - start;
    }
  }
}
