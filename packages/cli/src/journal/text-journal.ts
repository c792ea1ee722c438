import type { Terminal } from '../command-context.ts';
import { counted } from '../serve/counted.ts';
import { progressForms } from '../serve/progress.ts';
import { withStatusLine } from '../terminal/status-line.ts';
import { type Journal, type LogLevel, tells } from './journal.ts';

/** A journal for people: milestones on standard output, problems on standard error, progress in a status line. */
export function createTextJournal(terminal: Terminal, level: LogLevel): Journal {
  const { say, warn, show, clear } = withStatusLine(terminal);
  return {
    milestone({ lines }) {
      if (tells(level, 'info')) for (const line of lines) say(line);
    },
    problem(what, line) {
      if (tells(level, what)) warn(`turnscope: ${line}`);
    },
    failure: () => false,
    read({ lines, events }) {
      if (tells(level, 'debug')) {
        warn(`turnscope: read ${counted(lines, 'line')}, ${counted(events, 'event')}`);
      }
    },
    progress(progress, now) {
      if (tells(level, 'info')) show(progressForms(progress, now));
    },
    close: clear,
  };
}
