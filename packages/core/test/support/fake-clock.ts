import type { Clock } from '@turnscope/core';

/** Noon of an ordinary day: epoch milliseconds. */
export const noon = Date.UTC(2026, 7, 3, 12);

/** A clock that stands still until it is moved. */
export class FakeClock implements Clock {
  #now = noon;

  now(): number {
    return this.#now;
  }

  /** Moves on by some seconds; back when they are negative. */
  pass(seconds: number): void {
    this.#now += seconds * 1000;
  }
}
