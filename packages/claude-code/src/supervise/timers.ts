/** Puts work off. An argument, so that a test need not wait. */
export interface Timers {
  /** Does `work` once, after so many milliseconds; the answer takes that back. */
  after(milliseconds: number, work: () => void): () => void;
}

/** Timers of the machine. They keep the process alive: during the pause before a restart nothing else may. */
export const systemTimers: Timers = {
  after(milliseconds, work) {
    const timer = setTimeout(work, milliseconds);
    return () => clearTimeout(timer);
  },
};
