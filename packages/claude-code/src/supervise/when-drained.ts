import type { Readable } from 'node:stream';
import type { Timers } from './timers.ts';

/** A process may leave its output open to one that lives on, so the end of the output is not waited for any longer. */
const drainMs = 500;

/**
 * Does `work` when all that an ended process wrote has been read: some time after its end nothing is there
 * to read, and no slow reader holds it up. The answer takes that back.
 */
export function whenDrained(output: Readable, timers: Timers, work: () => void): () => void {
  let isDry = false;
  let cancel = () => {};
  const wait = () => {
    cancel = timers.after(drainMs, look);
  };
  const look = () => {
    isDry = !output.isPaused();
    // What can be read is read until then.
    const immediate = setImmediate(() => (isDry ? work() : wait()));
    cancel = () => clearImmediate(immediate);
  };
  output.on('data', () => {
    isDry = false;
  });
  wait();
  return () => cancel();
}
