import { onExit } from 'signal-exit';
import { type GroupLeader, killStrays } from './process-group.ts';

/**
 * Kills these processes when this one ends by a signal, an exception or `process.exit`, and answers the
 * function that stops watching. Where the application handles a signal itself, its handler decides. Nobody
 * can do anything at SIGKILL; then their standard input ends, at which an agent ends by itself.
 */
export function endWithUs(leaders: () => readonly GroupLeader[]): () => void {
  return onExit(() => {
    for (const leader of leaders()) killStrays(leader);
  });
}
