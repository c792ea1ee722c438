import { durationForm, formatDuration, parseDuration } from '@turnscope/node';
import { z } from 'zod';

interface Bounds {
  readonly least: number;
  readonly most?: number;
}

/** A duration such as `15s` between two numbers of seconds; becomes seconds. */
export function duration({ least, most = Number.MAX_SAFE_INTEGER }: Bounds) {
  return z.string({ error: durationForm }).transform((written, context) => {
    const seconds = parseDuration(written);
    if (seconds !== undefined && seconds >= least && seconds <= most) return seconds;
    const form = seconds === undefined ? durationForm : boundsForm(least, most);
    context.addIssue({ code: 'custom', message: `${form}; got ${written}` });
    return z.NEVER;
  });
}

function boundsForm(least: number, most: number): string {
  const from = `must be at least ${formatDuration(least)}`;
  return most === Number.MAX_SAFE_INTEGER ? from : `${from} and at most ${formatDuration(most)}`;
}
