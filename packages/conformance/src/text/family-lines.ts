import { parseSample, type Sample } from './parse-sample.ts';
import type { TextFormat } from './text-format.ts';

const histogramParts: readonly string[] = ['_bucket', '_sum', '_count', '_created'];
const mayHaveExemplars = /_(bucket|total)$/;

/** The lines of one family as they come. Mutable. */
export class FamilyLines {
  readonly name: string;
  readonly samples: Sample[] = [];
  readonly #words = new Map<string, string>();

  constructor(name: string) {
    this.name = name;
  }

  get kind(): string {
    return this.#words.get('TYPE') ?? '';
  }

  /** As it is written, with escapes. */
  get help(): string {
    return this.#words.get('HELP') ?? '';
  }

  /** Takes a line with `# WORD`. */
  describe(word: string, text: string): void {
    if (this.samples.length > 0) throw new Error('behind samples of its family');
    if (this.#words.has(word)) throw new Error(`${word} twice`);
    this.#words.set(word, text);
  }

  addSample(line: string, format: TextFormat): void {
    const sample = parseSample(line);
    const parts = this.#parts(format).map((part) => `${this.name}${part}`);
    if (!parts.includes(sample.name)) throw new Error(`no sample of the ${this.kind} ${this.name}`);
    if (
      sample.hasExemplar &&
      !(format.words.includes('UNIT') && mayHaveExemplars.test(sample.name))
    )
      throw new Error('an exemplar where none may be');
    this.samples.push(sample);
  }

  #parts({ counter }: TextFormat): readonly string[] {
    if (this.kind === 'histogram') return histogramParts;
    return this.kind === 'counter' ? counter : [''];
  }
}
