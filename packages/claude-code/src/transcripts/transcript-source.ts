import { resolve } from 'node:path';
import { type Clock, systemClock } from '@turnscope/core';
import { type FoundTranscript, findTranscripts } from './locate/find-transcripts.ts';
import { OpenFiles } from './open-files.ts';
import { Problems } from './problems.ts';
import type { TranscriptSourceOptions } from './transcript-source-options.ts';
import { type SourceCounts, TranscriptTally } from './transcript-tally.ts';
import { createTranslation, type Translation } from './translate/translation.ts';

/** What one poll found. */
export interface PollSummary extends SourceCounts {
  /** Transcripts that are there. */
  readonly files: number;
}

/** Totals since the source was created. */
export interface TranscriptStats extends SourceCounts {
  /** Transcripts that were ever found. */
  readonly files: number;
  /** Ids that are remembered: at most twice `rememberedIds`. */
  readonly rememberedIds: number;
  readonly forgottenIds: number;
}

/** Reads Claude Code transcripts into events. */
export interface TranscriptSource {
  /**
   * Reads every complete new line of every file, new files included; the first poll reads all there
   * is. A file that cannot be read does not hinder the others, and no content can make it reject.
   * Other work of the process runs in between. Called while it runs, it answers the running poll.
   */
  poll(): Promise<PollSummary>;
  /**
   * The end of input: takes last lines that lack their newline if they are whole, and ends open
   * turns, responses, compactions and process starts. Not while a poll runs; polls find nothing
   * afterwards.
   */
  drain(): void;
  readonly stats: TranscriptStats;
}

const readBufferBytes = 1024 * 1024;

/** Creates a source that has read nothing yet. It holds no file open between two polls. */
export function createTranscriptSource(options: TranscriptSourceOptions): TranscriptSource {
  return new TranscriptReading(options);
}

/** locate → read → parse → translate. MUTABLE: what was read so far. */
class TranscriptReading implements TranscriptSource {
  readonly #folders: readonly string[];
  readonly #clock: Clock;
  readonly #tally: TranscriptTally;
  readonly #problems: Problems;
  readonly #translation: Translation;
  readonly #files: OpenFiles;
  readonly #buffer = Buffer.allocUnsafe(readBufferBytes);
  #running: Promise<PollSummary> | undefined;
  #drained = false;

  constructor(options: TranscriptSourceOptions) {
    this.#folders = options.folders.map((folder) => resolve(folder));
    this.#clock = options.clock ?? systemClock;
    this.#tally = new TranscriptTally(options.sink);
    this.#problems = new Problems(this.#folders, options.onProblem);
    this.#translation = createTranslation(options, this.#tally.record);
    this.#files = new OpenFiles(this.#translation, this.#tally);
  }

  poll(): Promise<PollSummary> {
    this.#running ??= this.#readAll().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  drain(): void {
    if (this.#drained) return;
    this.#drained = true;
    this.#files.end();
    this.#translation.ledger.judge(Number.POSITIVE_INFINITY);
  }

  get stats(): TranscriptStats {
    const { ledger, once } = this.#translation;
    return {
      files: this.#files.size,
      ...this.#tally.counts,
      rememberedIds: ledger.size + once.size,
      forgottenIds: ledger.forgotten + once.forgotten,
    };
  }

  async #readAll(): Promise<PollSummary> {
    const before = this.#tally.counts;
    const startedAt = this.#clock.now();
    let files = 0;
    for (const folder of this.#drained ? [] : this.#folders) {
      const transcripts = await findTranscripts(folder, this.#problems.note);
      for (const transcript of transcripts) await this.#readOne(transcript);
      files += transcripts.length;
    }
    this.#files.quiet(startedAt);
    this.#translation.ledger.judge(startedAt);
    this.#problems.report();
    return { files, ...this.#tally.since(before) };
  }

  async #readOne(transcript: FoundTranscript): Promise<void> {
    const file = this.#files.open(transcript);
    if (!file.reader.hasNews(transcript.size)) return;
    try {
      this.#tally.read(await file.reader.readNew(this.#buffer, file.receiver));
      this.#files.touch(file, this.#clock.now());
    } catch (cause) {
      this.#problems.note(transcript.path, cause);
    }
  }
}
