import type { Clock } from '@turnscope/core';
import type { Screen } from '../command-context.ts';

/** Shows how far something is that takes long. */
export interface ProgressBar {
  /** `share` from 0 to 1; `words` say what is done. */
  show(words: string, share: number): void;
  /** Removes it. */
  clear(): void;
}

/** What is over sooner needs no bar. */
const patienceMs = 1_000;
const redrawMs = 100;
const barCells = 24;

const nothing: ProgressBar = { show: () => {}, clear: () => {} };

/**
 * A bar in the last row of a screen, as soon as a second has passed; nothing where there is none. The
 * cursor stays at the row's beginning, so that whatever comes when the user ends it writes over it.
 * MUTABLE.
 */
export function createProgressBar(screen: Screen | undefined, clock: Clock): ProgressBar {
  if (screen === undefined) return nothing;
  const startedAt = clock.now();
  let drawnAt = Number.NEGATIVE_INFINITY;
  return {
    show(words, share) {
      const now = clock.now();
      if (now - startedAt < patienceMs || now - drawnAt < redrawMs) return;
      drawnAt = now;
      screen.write(`\u001b[2K${row(words, share).slice(0, screen.columns() - 1)}\r`);
    },
    clear() {
      if (drawnAt > startedAt) screen.write('\u001b[2K');
      drawnAt = Number.NEGATIVE_INFINITY;
    },
  };
}

function row(words: string, share: number): string {
  const done = share > 0 ? Math.min(1, share) : 0;
  const bar = '#'.repeat(Math.round(done * barCells)).padEnd(barCells, '.');
  return `[${bar}] ${String(Math.floor(done * 100)).padStart(3)} %  ${words}`;
}
