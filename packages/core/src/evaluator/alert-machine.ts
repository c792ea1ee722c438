/** How long a condition must hold before its alert fires, and how long it fires on afterwards. */
export interface AlertTiming {
  readonly forSeconds: number;
  readonly keepFiringForSeconds: number;
}

export type AlertPhase = 'inactive' | 'pending' | 'firing';

/** What a step changed. */
export type AlertChange = 'pending' | 'fired' | 'resolved' | 'forgotten';

/**
 * The state of one alert, as a rule of Prometheus has it: a condition that holds makes it pending and,
 * when it has held for long enough, firing; one that does not hold makes a pending alert inactive at
 * once and a firing one when `keepFiringForSeconds` are over. That there is no value counts as not
 * holding. MUTABLE. A clock that is set back begins the running time anew.
 */
export class AlertMachine {
  readonly #timing: AlertTiming;
  #phase: AlertPhase = 'inactive';
  #activeAt = 0;
  #lostAt: number | undefined;

  constructor(timing: AlertTiming) {
    this.#timing = timing;
  }

  get phase(): AlertPhase {
    return this.#phase;
  }

  /** Since when the condition holds, in epoch milliseconds; of no meaning while inactive. */
  get activeAt(): number {
    return this.#activeAt;
  }

  /** Takes whether the condition holds at `now`, in epoch milliseconds. */
  step(now: number, holds: boolean): AlertChange | undefined {
    this.#activeAt = Math.min(this.#activeAt, now);
    return holds ? this.#hold(now) : this.#lose(now);
  }

  #hold(now: number): AlertChange | undefined {
    this.#lostAt = undefined;
    if (this.#phase === 'firing') return undefined;
    const isNew = this.#phase === 'inactive';
    if (isNew) this.#activeAt = now;
    if (now - this.#activeAt >= this.#timing.forSeconds * 1000) {
      this.#phase = 'firing';
      return 'fired';
    }
    this.#phase = 'pending';
    return isNew ? 'pending' : undefined;
  }

  #lose(now: number): AlertChange | undefined {
    if (this.#phase === 'inactive') return undefined;
    if (this.#phase === 'pending') {
      this.#phase = 'inactive';
      return 'forgotten';
    }
    this.#lostAt = Math.min(this.#lostAt ?? now, now);
    if (now - this.#lostAt < this.#timing.keepFiringForSeconds * 1000) return undefined;
    this.#phase = 'inactive';
    this.#lostAt = undefined;
    return 'resolved';
  }
}
