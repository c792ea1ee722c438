/** What a duration must be, as the end of a sentence. */
export const durationForm = 'must be a duration such as 90s, 15m, 1h, 1h30m or 7d';

const form = /^(?:(\d{1,5})d)?(?:(\d{1,6})h)?(?:(\d{1,7})m)?(?:(\d{1,8})s)?$/;
const secondsOf = [86_400, 3_600, 60, 1];

/**
 * The seconds of a duration as Prometheus writes it: whole days, hours, minutes and seconds, the
 * largest first (`1h30m`). Undefined for anything else, an empty text too.
 */
export function parseDuration(text: string): number | undefined {
  const match = form.exec(text);
  if (match === null || text === '') return undefined;
  return secondsOf.reduce((sum, unit, at) => sum + unit * Number(match[at + 1] ?? 0), 0);
}

/** The text that `parseDuration` understands as so many whole seconds, at least 1. */
export function formatDuration(seconds: number): string {
  let rest = seconds;
  let text = '';
  for (const [at, unit] of secondsOf.entries()) {
    const count = Math.floor(rest / unit);
    rest -= count * unit;
    if (count > 0) text += `${count}${'dhms'[at]}`;
  }
  return text;
}
