import { type FileStamp, sameFile, stampOf } from './follow/file-stamp.ts';
import type { TranscriptFile } from './locate/transcript-file.ts';
import { OpenFile } from './open-file.ts';
import { LineDecoder } from './parse/line-decoder.ts';
import type { TranscriptTally } from './transcript-tally.ts';
import type { Translation } from './translate/translation.ts';

/** Files whose whole state is kept; the others keep what their next lines can need. */
const mostActive = 64;
/** How long the state of a file that is gone is kept: it may come back, or under another name. */
const releaseMilliseconds = 10 * 60_000;

/**
 * The transcripts that were found so far. MUTABLE: one entry for each that is there, and for a
 * while for each that is gone; idle ones are small.
 */
export class OpenFiles {
  readonly #translation: Translation;
  readonly #tally: TranscriptTally;
  readonly #decoder = new LineDecoder();
  readonly #files = new Map<string, OpenFile>();
  readonly #byInode = new Map<number, OpenFile>();
  /** The latest that had something new, the latest last. */
  readonly #active = new Set<OpenFile>();
  /** Those that were not quiet long enough for everything to end. */
  readonly #restless = new Set<OpenFile>();
  /** Those that are gone, and since when. */
  readonly #gone = new Map<OpenFile, number>();
  #found = 0;

  constructor(translation: Translation, tally: TranscriptTally) {
    this.#translation = translation;
    this.#tally = tally;
  }

  /** Files that were ever found; one with a new name is the same. */
  get found(): number {
    return this.#found;
  }

  /** The known file at this path, if any. */
  at(path: string): OpenFile | undefined {
    return this.#files.get(path);
  }

  /** A file at a path that was not known: a new one, or a known one with a new name. */
  open(transcript: TranscriptFile, stamp: FileStamp): OpenFile {
    const renamed = this.#renamed(stamp);
    if (renamed !== undefined) {
      this.#files.delete(renamed.path);
      this.#gone.delete(renamed);
      renamed.moveTo(transcript);
    }
    const file = renamed ?? this.#create(transcript);
    this.#files.set(transcript.path, file);
    return file;
  }

  /** The file had news at `now`: it is active, and the one that was so longest ago settles. */
  touch(file: OpenFile, now: number): void {
    file.newsAt = now;
    if (file.stamp !== undefined) this.#byInode.set(file.stamp.inode, file);
    this.#restless.add(file);
    this.#active.delete(file);
    this.#active.add(file);
    const [oldest] = this.#active;
    if (oldest === undefined || this.#active.size <= mostActive) return;
    this.#active.delete(oldest);
    oldest.settle();
  }

  /** All files were looked at since `now`: what waits for silence in those without news may end. */
  quiet(now: number): void {
    for (const file of this.#restless) {
      const seconds = (now - file.newsAt) / 1000;
      if (seconds > 0) file.quiet(now);
      if (seconds >= this.#translation.quiet.turnSeconds) this.#restless.delete(file);
    }
  }

  /** These files and no others are there at `now`. */
  note(present: readonly TranscriptFile[], now: number): void {
    const paths = new Set(present.map(({ path }) => path));
    for (const [path, file] of this.#files) {
      if (paths.has(path)) this.#gone.delete(file);
      else if (!this.#gone.has(file)) this.#gone.set(file, now);
    }
  }

  /** What is gone for long enough ends. */
  release(now: number): void {
    for (const [file, since] of this.#gone) {
      if (now - since < releaseMilliseconds) continue;
      file.end(now);
      this.#forget(file);
    }
  }

  /** End of input. */
  end(): void {
    for (const file of this.#files.values()) file.end();
  }

  #create(transcript: TranscriptFile): OpenFile {
    this.#found += 1;
    const translation = { ...this.#translation, owner: this.#found };
    return new OpenFile(transcript, translation, this.#tally, this.#decoder);
  }

  /** The file that was known as the same one and does not stand at its path any more. */
  #renamed(stamp: FileStamp): OpenFile | undefined {
    const file = this.#byInode.get(stamp.inode);
    if (file?.stamp === undefined || !sameFile(file.stamp, stamp)) return undefined;
    return isThere(file) ? undefined : file;
  }

  #forget(file: OpenFile): void {
    this.#gone.delete(file);
    this.#active.delete(file);
    this.#restless.delete(file);
    if (this.#files.get(file.path) === file) this.#files.delete(file.path);
    const inode = file.stamp?.inode;
    if (inode !== undefined && this.#byInode.get(inode) === file) this.#byInode.delete(inode);
  }
}

function isThere({ path, stamp }: OpenFile): boolean {
  try {
    const now = stampOf(path);
    return now !== undefined && stamp !== undefined && sameFile(now, stamp);
  } catch {
    return true;
  }
}
