import type { Clock } from '@turnscope/core';

/** How often a process is started again before its supervisor gives up. */
export interface RestartBudgetOptions {
  /** Restarts within the window; 0 for none; default 5. */
  readonly restarts?: number | undefined;
  /** Default 600,000, ten minutes. */
  readonly windowMs?: number | undefined;
}

/** Counts restarts over a sliding window. MUTABLE. */
export class RestartBudget {
  readonly restarts: number;
  readonly windowMs: number;
  readonly #clock: Clock;
  #taken: number[] = [];

  /** `clock` need not know the time of day. Throws a RangeError that names the option. */
  constructor(options: RestartBudgetOptions, clock: Clock) {
    const { restarts = 5, windowMs = 600_000 } = options;
    if (!(Number.isInteger(restarts) && restarts >= 0)) {
      throw new RangeError(`restarts must be a whole number of at least 0, got ${restarts}`);
    }
    if (!(windowMs > 0)) throw new RangeError(`windowMs must be above 0, got ${windowMs}`);
    this.restarts = restarts;
    this.windowMs = windowMs;
    this.#clock = clock;
  }

  /** True when there is one left, which is gone then. */
  take(): boolean {
    const now = this.#clock.now();
    this.#taken = this.#taken.filter((at) => now - at < this.windowMs);
    if (this.#taken.length >= this.restarts) return false;
    this.#taken.push(now);
    return true;
  }

  /** Forgets what was taken. */
  refill(): void {
    this.#taken = [];
  }
}
