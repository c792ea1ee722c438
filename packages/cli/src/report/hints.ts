import type { Report } from '@turnscope/core';
import { counted } from '../serve/counted.ts';
import type { Read } from './read-events.ts';

/** What to do where a report has nothing to show. `day`: tells the day of a time, as `--since` understands it. */
export function hintsOf(
  { processTypes, window }: Report,
  { log, files }: Read,
  folders: readonly string[],
  day: (at: number) => string,
): readonly string[] {
  if (processTypes.length > 0) return [];
  if (files === 0) {
    return [
      `There are no transcripts in ${folders.join(', ')}. Claude Code writes them there when it works; for others: --transcripts DIR.`,
    ];
  }
  const read = `${counted(files, 'transcript')} read.`;
  const { lastAt } = log;
  if (lastAt === undefined) {
    return [`${read} All activity is later: choose a later --until, or leave it out.`];
  }
  if (lastAt >= window.from) {
    return [
      `${read} There is activity, but no turn, response or compaction: --since all may hold some.`,
    ];
  }
  const last = day(lastAt);
  return [
    `${read} The latest activity before was on ${last}. Try --since ${last}, or --since all.`,
  ];
}
