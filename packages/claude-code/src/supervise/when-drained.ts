import type { Readable } from 'node:stream';
import type { Timers } from './timers.ts';

/** A process may leave its output open to one that lives on, so the end of the output is not waited for any longer. */
const drainMs = 500;
/** More than a pipe holds, in bytes. What comes after so many was written by one that lives on. */
const mostHeld = 4 * 1024 * 1024;

/**
 * Does `work` when all that an ended process wrote has been read: some time after its end nothing is there
 * to read, and no slow reader holds it up; or more was read since than can have been there. The answer takes
 * that back.
 */
export function whenDrained(output: Readable, timers: Timers, work: () => void): () => void {
  let isDry = false;
  let heard = 0;
  let cancel = () => {};
  const wait = () => {
    cancel = timers.after(drainMs, look);
  };
  const look = () => {
    isDry = !output.isPaused();
    // What can be read is read until then.
    const immediate = setImmediate(() => (isDry || heard > mostHeld ? work() : wait()));
    cancel = () => clearImmediate(immediate);
  };
  output.on('data', (chunk: Buffer) => {
    isDry = false;
    heard += chunk.length;
  });
  wait();
  return () => cancel();
}
