import type { Clock } from '@turnscope/core';

/** A clock that stands where it is put. MUTABLE. */
export class ReplayClock implements Clock {
  #now = 0;

  now(): number {
    return this.#now;
  }

  /** Epoch milliseconds. */
  set(now: number): void {
    this.#now = now;
  }
}
