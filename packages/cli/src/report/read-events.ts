import { createTranscriptSource, type TranscriptSourceOptions } from '@turnscope/claude-code';
import { CommandError, failed } from '../command-error.ts';
import { counted } from '../serve/counted.ts';
import type { ProgressBar } from '../terminal/progress-bar.ts';
import { EventLog } from './event-log.ts';
import type { AskedPeriod } from './period.ts';
import { transcriptBytes } from './transcript-bytes.ts';

export interface Reading extends Omit<TranscriptSourceOptions, 'sink' | 'from'> {
  readonly bar: ProgressBar;
}

/** The events of a period, and how many transcripts there are. */
export interface Read {
  readonly log: EventLog;
  readonly files: number;
}

const megabyte = 1_000_000;
const lookEveryMs = 100;

/**
 * Reads all transcripts to their end: what happened before the period is needed to understand what
 * happened in it. Throws a CommandError when the period holds more events than there is memory for.
 */
export async function readEvents(asked: AskedPeriod, { bar, ...options }: Reading): Promise<Read> {
  const log = new EventLog(asked);
  const source = createTranscriptSource({ ...options, sink: log.sink, from: 'start' });
  const all = await transcriptBytes(options.folders);
  const show = () => {
    const { bytes } = source.stats;
    bar.show(`reading ${megabytes(bytes)} of ${megabytes(all)} MB`, bytes / all);
  };
  const showing = setInterval(show, lookEveryMs);
  try {
    const { files } = await source.poll();
    source.drain();
    if (log.isFull) throw tooMany(log);
    return { log, files };
  } finally {
    clearInterval(showing);
  }
}

function megabytes(bytes: number): string {
  return Math.floor(bytes / megabyte).toLocaleString('en');
}

function tooMany({ limit }: EventLog): CommandError {
  return new CommandError(
    failed,
    `more than ${counted(limit, 'event')} happened in this time, too many for one report; choose a shorter one with --since and --until`,
  );
}
