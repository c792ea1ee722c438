import { systemClock } from '@turnscope/core';
import type { Terminal } from '../command-context.ts';
import type { Journal, LogSettings } from './journal.ts';
import { createTextJournal } from './text-journal.ts';

/** The journal that was asked for. What writes JSON is loaded only for it. */
export async function openJournal(terminal: Terminal, log: LogSettings): Promise<Journal> {
  if (log.format === 'text') return createTextJournal(terminal, log.level);
  const { createJsonJournal } = await import('./json-journal.ts');
  return createJsonJournal(terminal.warn, log.level, systemClock);
}
