import { CommandError, misused } from '../command-error.ts';
import { parseMoment } from './moment.ts';
import type { AskedPeriod } from './period.ts';
import type { ReportFlags } from './report-flags.ts';

const defaultSince = '24h';
/** Everything there is. */
const allOfIt = 'all';
const shortestMs = 60_000;

const form =
  'must be a time back from now (24h, 7d, 1h30m) or a date or time (2026-03-01, 2026-03-01T09:00; of this time zone unless it ends in Z or +02:00)';

/** The period that the flags ask for. Throws a CommandError that says what makes no sense. */
export function askedPeriod(
  { since = defaultSince, until }: Pick<ReportFlags, 'since' | 'until'>,
  now: number,
): AskedPeriod {
  const to = until === undefined ? now : untilOf(until, now);
  if (since === allOfIt) return { from: undefined, to };
  const from = parseMoment(since, now);
  if (from === undefined) throw wrong(`--since ${form}, or ${allOfIt}; got ${since}`);
  if (from > now) throw wrong(`--since lies in the future; got ${since}`);
  if (from < 0)
    throw wrong(`--since lies before 1970; for everything there is: --since ${allOfIt}`);
  if (from >= to) throw wrong(`--since must lie before --until; got ${since} and ${until}`);
  if (to - from < shortestMs) throw wrong(`the time since ${since} is shorter than a minute`);
  return { from, to };
}

function untilOf(until: string, now: number): number {
  const to = parseMoment(until, now);
  if (to === undefined) throw wrong(`--until ${form}; got ${until}`);
  if (to < shortestMs) throw wrong(`--until lies before 1970; got ${until}`);
  if (to <= now) return to;
  throw wrong(`--until lies in the future; leave it out for a report up to now; got ${until}`);
}

function wrong(message: string): CommandError {
  return new CommandError(misused, message);
}
