import type { Job } from './job.ts';
import type { ManagerError } from './manager-error.ts';

/** Messages that wait for a process, the oldest first. MUTABLE; bounded by who adds. */
export class Queue {
  readonly #jobs = new Set<Job>();

  get size(): number {
    return this.#jobs.size;
  }

  /** A message that is given up leaves by itself. */
  add(job: Job): void {
    this.#jobs.add(job);
    job.onGivenUp = () => void this.#jobs.delete(job);
  }

  /** Before all that wait. */
  addFirst(job: Job): void {
    const others = [...this.#jobs];
    this.#jobs.clear();
    this.add(job);
    for (const other of others) this.#jobs.add(other);
  }

  /** Removes every message for which there is a reason, which it is told. */
  refuse(why: (job: Job) => ManagerError | undefined): void {
    for (const job of this.#jobs) {
      const refusal = why(job);
      if (refusal === undefined) continue;
      this.#jobs.delete(job);
      job.refuse(refusal);
    }
  }

  /** Removes the oldest message that fits and answers it. */
  take(fits: (job: Job) => boolean): Job | undefined {
    for (const job of this.#jobs) {
      if (!fits(job)) continue;
      this.#jobs.delete(job);
      return job;
    }
    return undefined;
  }
}
