import type { ReportRange } from '@turnscope/core';
import { durationForm, formatDuration, parseDuration } from '../../parse-duration.ts';
import type { WrongParameter } from './api-answer.ts';
import type { Query } from './query.ts';

/** What a window may be. */
export interface WindowLimits {
  /** Epoch milliseconds. */
  readonly now: number;
  readonly historySeconds: number;
}

export const windowParameters = ['window', 'from', 'to'] as const;
const defaultWindow = '1h';
const timeForm = 'must be a time such as 2026-08-03T12:00:00Z, or epoch milliseconds';

/** Understands `window`, or `from` with or without `to`; the last hour without any. */
export function readWindow(query: Query, limits: WindowLimits): ReportRange | WrongParameter {
  const { window, from, to } = query;
  if (from === undefined && to === undefined) return lastSeconds(window ?? defaultWindow, limits);
  if (window !== undefined) return wrong('window', 'excludes from and to; give one or the other');
  if (from === undefined) return wrong('from', 'is missing beside to');
  return between(from, to, limits);
}

function lastSeconds(text: string, { historySeconds }: WindowLimits): ReportRange | WrongParameter {
  const seconds = parseDuration(text);
  if (seconds === undefined) return wrong('window', `${durationForm}; got ${text}`);
  if (seconds > 0 && seconds <= historySeconds) return { seconds };
  const most = formatDuration(historySeconds);
  return wrong(
    'window',
    `must be above 0 and up to ${most}, the history that is kept; got ${text}`,
  );
}

function between(
  fromText: string,
  toText: string | undefined,
  { now, historySeconds }: WindowLimits,
): ReportRange | WrongParameter {
  const from = parseTime(fromText);
  const to = toText === undefined ? now : parseTime(toText);
  if (from === undefined) return wrong('from', `${timeForm}; got ${fromText}`);
  if (to === undefined) return wrong('to', `${timeForm}; got ${toText}`);
  if (from < now - historySeconds * 1000) {
    const most = formatDuration(historySeconds);
    return wrong('from', `must lie within the history that is kept, ${most}; got ${fromText}`);
  }
  if (from >= now) return wrong('from', `must lie in the past; got ${fromText}`);
  if (from >= to) return wrong('from', `must lie before to; got ${fromText} and ${toText}`);
  return { from, to };
}

/** RFC 3339 with its time zone, which nobody should have to guess, or epoch milliseconds as reports have them. */
function parseTime(text: string): number | undefined {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(text)) return undefined;
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : time;
}

function wrong(parameter: string, what: string): WrongParameter {
  return { parameter, error: `${parameter} ${what}` };
}
