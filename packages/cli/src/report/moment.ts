const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const week = 7 * day;
const units = [week, day, hour, minute, second];

const durationForm = /^(?=\d)(?:(\d+)w)?(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/;
const dateForm =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?) ?(Z|[+-]\d{2}:?\d{2})?)?$/i;

/**
 * Understands a time back from now (`24h`, `7d`, `1h30m`) or of the calendar (`2026-03-01`,
 * `2026-03-01T09:00`, `2026-03-01T09:00:00Z`): in the machine's time zone where it states none, a day at
 * its beginning. Epoch milliseconds; undefined for anything else.
 */
export function parseMoment(text: string, now: number): number | undefined {
  return parseBack(text, now) ?? parseDate(text);
}

function parseBack(text: string, now: number): number | undefined {
  const parts = durationForm.exec(text)?.slice(1);
  if (parts === undefined) return undefined;
  return now - units.reduce((sum, unit, at) => sum + unit * Number(parts[at] ?? 0), 0);
}

function parseDate(text: string): number | undefined {
  const [, date, time = '00:00', zone = ''] = dateForm.exec(text) ?? [];
  if (date === undefined || !isOnCalendar(date)) return undefined;
  const offset = zone.toUpperCase().replace(/^([+-]\d{2})(\d{2})$/, '$1:$2');
  const at = Date.parse(`${date}T${time}${offset}`);
  return Number.isNaN(at) ? undefined : at;
}

/** Where a month has fewer days, JavaScript counts on into the next one. */
function isOnCalendar(date: string): boolean {
  const at = Date.parse(`${date}T00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date);
}
