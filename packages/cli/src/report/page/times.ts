import { humanNumber } from '@turnscope/core';

/** Tells times of one time zone: year first, 24 hours. */
export function timeFormat(timeZone: string): (at: number) => string {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
  });
  return (at) => format.format(at);
}

/** Tells days of one time zone, as `2026-03-01`. */
export function dayFormat(timeZone: string): (at: number) => string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
  return (at) => format.format(at);
}

const secondsOfDay = 86_400;

/** The length of a period: `90m`, `24h`, `7 days`. */
export function lengthOf({ from, to }: { readonly from: number; readonly to: number }): string {
  const seconds = Math.round((to - from) / 1000);
  if (seconds < 2 * secondsOfDay) return humanNumber(seconds, 'seconds');
  return `${Math.round(seconds / secondsOfDay)} days`;
}
