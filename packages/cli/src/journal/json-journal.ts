import type { Clock } from '@turnscope/core';
import { type DestinationStream, pino } from 'pino';
import type { Journal, LogLevel } from './journal.ts';

/**
 * A journal for programs: lines of JSON with `level` in words, `time` in ISO 8601 and `msg`. They
 * hold no host name and no process id, which whoever collects them knows better.
 */
export function createJsonJournal(
  warn: (line: string) => void,
  level: LogLevel,
  clock: Clock,
): Journal {
  const destination: DestinationStream = { write: (line) => warn(line.trimEnd()) };
  const log = pino(
    {
      level,
      base: null,
      timestamp: () => `,"time":"${new Date(clock.now()).toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
    },
    destination,
  );
  return {
    milestone: ({ name, facts }) => log.info(facts, name),
    problem: (what, line) => log[what](line),
    failure(message) {
      log.error(message);
      return true;
    },
    read: (facts) => log.debug(facts, 'read'),
    progress: () => {},
    close: () => {},
  };
}
