import type { Activity } from './activity.ts';
import { counted } from './counted.ts';

/** How far serve has come. */
export interface Progress extends Activity {
  /** False while what was there at the start is read. */
  readonly ready: boolean;
  /** Transcripts that are there. */
  readonly files: number;
  /** What was read. */
  readonly bytes: number;
}

const bytesOfMegabyte = 1_000_000;
const millisecondsOfDay = 86_400_000;
// 24 hours and years first, in words that every terminal can show; the time zone is the user's.
const timeOfDay = new Intl.DateTimeFormat('sv-SE', { timeStyle: 'medium' });
const dayAndTime = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short' });

/** Progress for a status line, the longest form first. `now` in epoch milliseconds. */
export function progressForms(progress: Progress, now: number): readonly string[] {
  if (!progress.ready) {
    const size = `${Math.floor(progress.bytes / bytesOfMegabyte).toLocaleString('en')} MB`;
    return [`Reading what is there: ${size}`, `Reading: ${size}`, size];
  }
  const { files, lastAt } = progress;
  const events = counted(progress.events, 'event');
  const turns = counted(progress.turns, 'turn');
  const last = lastAt === undefined ? undefined : timeOf(lastAt, now);
  return [
    `${counted(files, 'transcript')}, ${events}, ${turns}, ${last === undefined ? 'no activity yet' : `last activity ${last}`}`,
    `${counted(files, 'file')}, ${events}, ${turns}, ${last ?? 'quiet'}`,
    `${events}, ${turns}, ${last ?? 'quiet'}`,
    `${turns}, ${last ?? 'quiet'}`,
    turns,
  ];
}

function timeOf(at: number, now: number): string {
  return (now - at < millisecondsOfDay ? timeOfDay : dayAndTime).format(at);
}
