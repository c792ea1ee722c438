import type { Timers } from './timers.ts';

/**
 * Does `work` again and again, so many milliseconds after it was done the time before, whatever became of it.
 * The answer ends that, also while it is being done.
 */
export function repeat(work: () => Promise<unknown>, everyMs: number, timers: Timers): () => void {
  let isOver = false;
  let cancel = () => {};
  const next = () => {
    if (isOver) return;
    cancel = timers.after(everyMs, () => void work().then(next, next));
  };
  next();
  return () => {
    isOver = true;
    cancel();
  };
}
