import type { BackOff } from './back-off.ts';
import type { RestartBudget } from './restart-budget.ts';
import type { Timers } from './timers.ts';

/** When a process is started again, and when no more. MUTABLE. */
export class RestartPlan {
  readonly #backOff: BackOff;
  readonly #budget: RestartBudget;
  readonly #timers: Timers;
  #failures = 0;
  #cancelWait = () => {};

  constructor(backOff: BackOff, budget: RestartBudget, timers: Timers) {
    this.#backOff = backOff;
    this.#budget = budget;
    this.#timers = timers;
  }

  /** Calls `start` after a pause of so many milliseconds; undefined when there were too many restarts: then it never will. */
  startLater(start: () => void): number | undefined {
    if (!this.#budget.take()) return undefined;
    const delay = this.#backOff(this.#failures);
    this.#failures += 1;
    this.#cancelWait = this.#timers.after(delay, start);
    return delay;
  }

  /** The process does its work again: the next pause is a short one. */
  helped(): void {
    this.#failures = 0;
  }

  cancel(): void {
    this.#cancelWait();
  }

  /** Somebody wants it tried anew. */
  renew(): void {
    this.#cancelWait();
    this.#failures = 0;
    this.#budget.refill();
  }
}
