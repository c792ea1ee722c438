import type { Timers } from '../../src/index.ts';

interface Pending {
  readonly at: number;
  readonly work: () => void;
}

/** Timers that run when the test lets time pass. */
export class ManualTimers implements Timers {
  readonly #pending = new Set<Pending>();
  #now = 0;

  after(milliseconds: number, work: () => void): () => void {
    const pending = { at: this.#now + milliseconds, work };
    this.#pending.add(pending);
    return () => void this.#pending.delete(pending);
  }

  /** How long until each timer runs, the next one first. */
  get waits(): readonly number[] {
    return [...this.#pending].map(({ at }) => at - this.#now).sort((a, b) => a - b);
  }

  /** Lets time pass, and what the timers began come to rest. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.#now + milliseconds;
    for (;;) {
      await rest();
      const [next] = [...this.#pending].sort((a, b) => a.at - b.at);
      if (next === undefined || next.at > end) break;
      this.#now = next.at;
      this.#pending.delete(next);
      next.work();
    }
    this.#now = end;
  }
}

/** Waits until everything that only waits for promises has gone on. */
export async function rest(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((done) => setImmediate(done));
}
