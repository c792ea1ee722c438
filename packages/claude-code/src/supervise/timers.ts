/** Puts work off. An argument, so that a test need not wait. */
export interface Timers {
  /** Does `work` once, after so many milliseconds; the answer takes that back. */
  after(milliseconds: number, work: () => void): () => void;
}

/** Timers of the machine. They do not keep the process alive: what they watch does. */
export const systemTimers: Timers = {
  after(milliseconds, work) {
    const timer = setTimeout(work, milliseconds);
    timer.unref();
    return () => clearTimeout(timer);
  },
};
