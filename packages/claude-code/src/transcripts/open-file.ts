import { Continuity } from './follow/continuity.ts';
import { type FileStamp, sameContent } from './follow/file-stamp.ts';
import { Attention } from './locate/attention.ts';
import type { TranscriptFile } from './locate/transcript-file.ts';
import type { DecodedLine } from './parse/decode-values.ts';
import type { LineDecoder } from './parse/line-decoder.ts';
import { type ParseProblem, parseLine } from './parse/parse-line.ts';
import { FileReader } from './read/file-reader.ts';
import type { LineReceiver } from './read/line-splitter.ts';
import type { TranscriptTally } from './transcript-tally.ts';
import { FileTranslator } from './translate/file-translator.ts';
import type { FileTranslation } from './translate/translation.ts';

/** Contents of one file that were replaced while something was open in them. */
const mostFormers = 4;

/** A transcript that is being followed: read → parse → translate. MUTABLE; small while it is idle. */
export class OpenFile {
  readonly attention: Attention;
  /** When something new was last found in it, by the clock. */
  newsAt = 0;
  /** What was last found is the whole content: it may have been written long before. */
  #foundWhole = false;
  /** Its content, until it was read once, was written before counting began. */
  #isHistory = false;
  readonly #translation: FileTranslation;
  readonly #tally: TranscriptTally;
  readonly #decoder: LineDecoder;
  readonly #reader: FileReader;
  readonly #continuity = new Continuity();
  readonly #receiver: LineReceiver;
  #transcript: TranscriptFile;
  #translator: FileTranslator;
  #stamp: FileStamp | undefined;
  /**
   * Translations of contents that are gone, the latest first. What was open in them may be open again
   * in the new content, which then counts it; so they end after it.
   */
  readonly #formers: FileTranslator[] = [];

  constructor(
    transcript: TranscriptFile,
    translation: FileTranslation,
    tally: TranscriptTally,
    decoder: LineDecoder,
  ) {
    this.#transcript = transcript;
    this.#translation = translation;
    this.#tally = tally;
    this.#decoder = decoder;
    this.#reader = new FileReader(transcript.path);
    this.#translator = new FileTranslator(transcript, translation);
    this.#receiver = this.#createReceiver();
    this.attention = new Attention(translation.owner);
  }

  get path(): string {
    return this.#transcript.path;
  }

  /** As of the last read; undefined before the first. */
  get stamp(): FileStamp | undefined {
    return this.#stamp;
  }

  hasNews(stamp: FileStamp): boolean {
    return !sameContent(this.#stamp, stamp);
  }

  /**
   * Reads what is new in the file, which was found as `stamp`, through the caller's buffer; answers
   * the number of bytes. A file that does not continue what was read of it is read from its start.
   * Rejects when it cannot be read.
   */
  async readNew(stamp: FileStamp, buffer: Buffer): Promise<number> {
    if (!this.#continues(stamp)) {
      this.#reader.restart();
      this.#formers.unshift(this.#translator);
      endAll(this.#formers.splice(mostFormers), this.#translator.latestTime);
      this.#translator = new FileTranslator(this.#transcript, this.#translation);
    }
    this.#foundWhole = this.#reader.offset === 0;
    const bytes = await this.#read(buffer);
    this.#continuity.keep(this.path, this.#reader.offset);
    this.#stamp = stamp;
    return bytes;
  }

  /** What stands in the file was written before counting began: it is context only. */
  takeAsHistory(): void {
    this.#isHistory = true;
  }

  /** The file has another name; its state goes along. */
  moveTo(transcript: TranscriptFile): void {
    this.#transcript = transcript;
    this.#reader.moveTo(transcript.path);
  }

  /** Nothing came until `now`: what waits only for that ends. */
  quiet(now: number): void {
    const seconds = (now - this.newsAt) / 1000;
    const knownAt = Math.min(now, this.#quietSince + seconds * 1000);
    this.#translator.quiet(seconds, knownAt);
    if (seconds >= this.#translation.quiet.turnSeconds && this.#translator.isIdle) {
      endAll(this.#formers.splice(0), knownAt);
    }
  }

  /** The file is idle: keeps only what its next lines can need. */
  settle(): void {
    this.#translator.settle();
  }

  /**
   * The file is gone, as is known since `knownAt`, or without that the end of input is reached: takes a
   * last line without its newline when it is whole, and ends what is open.
   */
  end(knownAt?: number): void {
    const rest = this.#decodeRest();
    if (!rest.broken && rest.values.length > 0) {
      this.#tally.line();
      this.#translate(rest);
    }
    this.#translator.end(knownAt);
    endAll(this.#formers.splice(0), knownAt);
  }

  /**
   * Silence began with the news, by the clock. Where a whole file was news it is history, and silence
   * began at its last line: what that ended long ago is not known only now.
   */
  get #quietSince(): number {
    return (this.#foundWhole ? this.#translator.latestTime : undefined) ?? this.newsAt;
  }

  async #read(buffer: Buffer): Promise<number> {
    const { gate } = this.#translation;
    if (this.#isHistory) gate.close();
    try {
      const bytes = await this.#reader.readNew(buffer, this.#receiver);
      this.#isHistory = false;
      return bytes;
    } finally {
      gate.open();
    }
  }

  #problem(reason: ParseProblem): void {
    if (this.#translation.gate.isOpen) this.#tally.problem(reason);
  }

  #continues(stamp: FileStamp): boolean {
    const { offset } = this.#reader;
    return stamp.size >= offset && this.#continuity.holds(this.path, offset);
  }

  #createReceiver(): LineReceiver {
    return {
      line: (bytes) => {
        this.#tally.line();
        const decoded = this.#decoder.decode(bytes);
        this.#translate(decoded);
        if (decoded.broken) this.#problem('invalid_json');
      },
      tooLong: () => {
        this.#tally.line();
        this.#problem('too_long');
      },
    };
  }

  #translate({ values }: DecodedLine): void {
    for (const { value, glued } of values) {
      const { line, problem } = parseLine(value, glued);
      if (line === undefined) this.#problem(problem);
      else this.#translator.translate(line);
    }
  }

  /** A file that is gone at the end has no rest. */
  #decodeRest(): DecodedLine {
    try {
      return this.#decoder.decode(this.#reader.readRest());
    } catch {
      return { values: [], broken: true };
    }
  }
}

function endAll(translators: readonly FileTranslator[], knownAt: number | undefined): void {
  for (const translator of translators) translator.end(knownAt);
}
