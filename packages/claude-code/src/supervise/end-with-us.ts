import { onExit } from 'signal-exit';

/**
 * Calls `kill`, which must not wait for anything, when this process ends by a signal, an exception or `process.exit`, and answers the
 * function that stops watching. Where the application handles a signal itself, its handler decides. Nobody
 * can do anything at SIGKILL; then their standard input ends, at which an agent ends by itself.
 */
export function endWithUs(kill: () => void): () => void {
  return onExit(() => kill());
}
