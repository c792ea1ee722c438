import type { TranscriptFile } from './locate/transcript-file.ts';
import type { DecodedLine } from './parse/decode-values.ts';
import { LineDecoder } from './parse/line-decoder.ts';
import { parseLine } from './parse/parse-line.ts';
import { FileReader } from './read/file-reader.ts';
import type { LineReceiver } from './read/line-splitter.ts';
import type { TranscriptTally } from './transcript-tally.ts';
import { FileTranslator } from './translate/file-translator.ts';
import type { Translation } from './translate/translation.ts';

/** A transcript that is being followed: read → parse → translate. */
export interface OpenFile {
  readonly reader: FileReader;
  readonly receiver: LineReceiver;
  readonly translator: FileTranslator;
  /** When something new was last found in it, by the clock. MUTABLE. */
  newsAt: number;
}

/** Files whose whole state is kept; the others keep what their next lines can need. */
const mostActive = 64;

/** The transcripts that were found so far. MUTABLE: one entry for each; idle ones are small. */
export class OpenFiles {
  readonly #translation: Translation;
  readonly #tally: TranscriptTally;
  readonly #decoder = new LineDecoder();
  readonly #files = new Map<string, OpenFile>();
  /** The latest that had something new, the latest last. */
  readonly #active = new Set<OpenFile>();
  /** Those that were not quiet long enough for everything to end. */
  readonly #restless = new Set<OpenFile>();

  constructor(translation: Translation, tally: TranscriptTally) {
    this.#translation = translation;
    this.#tally = tally;
  }

  get size(): number {
    return this.#files.size;
  }

  open(transcript: TranscriptFile): OpenFile {
    const known = this.#files.get(transcript.path);
    if (known !== undefined) return known;
    const translator = new FileTranslator(transcript, {
      ...this.#translation,
      owner: this.#files.size + 1,
    });
    const receiver = receiverOf(translator, this.#tally, this.#decoder);
    const file = { reader: new FileReader(transcript.path), receiver, translator, newsAt: 0 };
    this.#files.set(transcript.path, file);
    return file;
  }

  /** The file had news at `now`: it is active, and the one that was so longest ago settles. */
  touch(file: OpenFile, now: number): void {
    file.newsAt = now;
    this.#restless.add(file);
    this.#active.delete(file);
    this.#active.add(file);
    const [oldest] = this.#active;
    if (oldest === undefined || this.#active.size <= mostActive) return;
    this.#active.delete(oldest);
    oldest.translator.settle();
  }

  /** All files were looked at since `now`: what waits for silence in those without news may end. */
  quiet(now: number): void {
    for (const file of this.#restless) {
      const seconds = (now - file.newsAt) / 1000;
      if (seconds > 0) file.translator.quiet(seconds);
      if (seconds >= this.#translation.quiet.turnSeconds) this.#restless.delete(file);
    }
  }

  /** End of input. A last line without its newline is taken when it is whole. */
  end(): void {
    for (const { reader, translator } of this.#files.values()) {
      const rest = decodeRest(reader, this.#decoder);
      if (!rest.broken && rest.values.length > 0) {
        this.#tally.line();
        translateValues(rest, translator, this.#tally);
      }
      translator.end();
    }
  }
}

function receiverOf(
  translator: FileTranslator,
  tally: TranscriptTally,
  decoder: LineDecoder,
): LineReceiver {
  return {
    line(bytes: Buffer): void {
      tally.line();
      const decoded = decoder.decode(bytes);
      translateValues(decoded, translator, tally);
      if (decoded.broken) tally.problem('invalid_json');
    },
    tooLong(): void {
      tally.line();
      tally.problem('too_long');
    },
  };
}

function translateValues(
  { values }: DecodedLine,
  translator: FileTranslator,
  tally: TranscriptTally,
): void {
  for (const { value, glued } of values) {
    const { line, problem } = parseLine(value, glued);
    if (line === undefined) tally.problem(problem);
    else translator.translate(line);
  }
}

/** A file that is gone at the end has no rest. */
function decodeRest(reader: FileReader, decoder: LineDecoder): DecodedLine {
  try {
    return decoder.decode(reader.readRest());
  } catch {
    return { values: [], broken: true };
  }
}
