import { resolve } from 'node:path';
import { setImmediate as otherWork } from 'node:timers/promises';
import { type Clock, systemClock } from '@turnscope/core';
import { type FileStamp, stampOf } from './follow/file-stamp.ts';
import type { TranscriptFile } from './locate/transcript-file.ts';
import { TranscriptTree } from './locate/transcript-tree.ts';
import type { OpenFile } from './open-file.ts';
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
  /** Ids that are remembered: at most the option's number. */
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

/** Stays in the processor's cache from the system's copy to the last look at it. */
const readBufferBytes = 256 * 1024;
/** Files that are looked at before other work may run. */
const atATime = 128;

/** Creates a source that has read nothing yet. It holds no file open between two polls. */
export function createTranscriptSource(options: TranscriptSourceOptions): TranscriptSource {
  return new TranscriptReading(options);
}

/** locate → read → parse → translate. MUTABLE: what was read so far. */
class TranscriptReading implements TranscriptSource {
  readonly #tree: TranscriptTree;
  readonly #clock: Clock;
  readonly #tally: TranscriptTally;
  readonly #problems: Problems;
  readonly #translation: Translation;
  readonly #files: OpenFiles;
  readonly #buffer = Buffer.allocUnsafe(readBufferBytes);
  #running: Promise<PollSummary> | undefined;
  #drained = false;
  /** What a poll finds was written before counting began. */
  #findsHistory: boolean;

  constructor(options: TranscriptSourceOptions) {
    const folders = options.folders.map((folder) => resolve(folder));
    this.#clock = options.clock ?? systemClock;
    this.#findsHistory = options.from === 'now';
    this.#tally = new TranscriptTally(options.sink);
    this.#problems = new Problems(folders, options.onProblem);
    this.#tree = new TranscriptTree(folders, this.#problems.note);
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
    this.#judge(Number.POSITIVE_INFINITY, undefined);
  }

  get stats(): TranscriptStats {
    const { table } = this.#translation;
    return {
      files: this.#files.found,
      ...this.#tally.counts,
      rememberedIds: table.size,
      forgottenIds: table.dropped,
    };
  }

  async #readAll(): Promise<PollSummary> {
    const before = this.#tally.counts;
    if (this.#drained) return { files: 0, ...this.#tally.since(before) };
    const startedAt = this.#clock.now();
    if (await this.#tree.look(startedAt)) this.#files.note(this.#tree.files, startedAt);
    const files = await this.#lookAtFiles(startedAt);
    this.#findsHistory = false;
    this.#files.quiet(startedAt);
    this.#files.release(startedAt);
    this.#judge(startedAt, startedAt);
    this.#problems.report();
    return { files, ...this.#tally.since(before) };
  }

  #judge(now: number, knownAt: number | undefined): void {
    this.#translation.moment.knownAt = knownAt;
    this.#translation.ledger.judge(now);
  }

  /** Reads what is new, and tells how many transcripts are there. */
  async #lookAtFiles(now: number): Promise<number> {
    let there = 0;
    for (const [index, transcript] of this.#tree.files.entries()) {
      if (index % atATime === 0) await otherWork();
      const known = this.#files.at(transcript.path);
      const due = known?.attention.isDue(now) ?? true;
      if (!due || (await this.#lookAt(transcript, known))) there += 1;
    }
    return there;
  }

  /** True when a transcript is there. */
  async #lookAt(transcript: TranscriptFile, known: OpenFile | undefined): Promise<boolean> {
    const stamp = this.#stampOf(transcript, known);
    if (stamp === undefined) return known !== undefined;
    const file = known ?? this.#files.open(transcript, stamp);
    if (this.#findsHistory) file.takeAsHistory();
    if (file.hasNews(stamp)) await this.#readNews(file, stamp);
    return true;
  }

  #stampOf({ path }: TranscriptFile, known: OpenFile | undefined): FileStamp | undefined {
    try {
      return stampOf(path);
    } catch (cause) {
      this.#fail(path, cause, known);
      return undefined;
    }
  }

  async #readNews(file: OpenFile, stamp: FileStamp): Promise<void> {
    const { path } = file;
    try {
      file.attention.changed(stamp.modifiedAt);
      this.#tally.read(await file.readNew(stamp, this.#buffer));
      this.#files.touch(file, this.#clock.now());
    } catch (cause) {
      this.#fail(path, cause, file);
    }
  }

  /** It is tried again in every poll. */
  #fail(path: string, cause: unknown, file: OpenFile | undefined): void {
    file?.attention.changed(this.#clock.now());
    this.#problems.note(path, cause);
  }
}
