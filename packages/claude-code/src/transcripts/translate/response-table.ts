import type { ResponseTokens } from '../parse/transcript-line.ts';
import { attributionOf } from './file-attribution.ts';
import type { OnceTable } from './once-table.ts';
import type { ResponseLabels } from './response-labels.ts';

/** What a response can be marked with, as bits of its word. */
export const marks = {
  /** Some line carried a stop reason, so that the output count is the real one. */
  finished: 1,
  /** The duration was reported. */
  measured: 2,
  /** The response was complete somewhere. */
  closed: 4,
} as const;

const kind = 0;
const labelShift = 3;
const labelMask = 0x3ff;
const ownerShift = 13;
const ownerMask = 0x7ffff;
const mostTokens = 0xffffffff;

/**
 * The responses in the table, by message id: the largest of each token count, the marks, the labels
 * under which it was counted, and which file measures it. MUTABLE. Labels are kept as numbers, the
 * first 1,022 of them; a response with later ones is counted under those of each of its lines.
 * Owners are told apart as long as fewer than half a million files lie between them.
 */
export class ResponseTable {
  readonly #table: OnceTable;
  readonly #numbers = new Map<string, number>();
  readonly #labels: ResponseLabels[] = [];
  /** What was numbered last: most responses have the labels of the one before. */
  #latest: ResponseLabels | undefined;
  #latestNumber = 0;

  constructor(table: OnceTable) {
    this.#table = table;
  }

  find(id: string): number | undefined {
    return this.#table.find(kind, id);
  }

  add(id: string, labels: ResponseLabels): number {
    const entry = this.#table.add(kind, id);
    this.#table.setWord(entry, this.#numberOf(labels) << labelShift);
    return entry;
  }

  labels(entry: number): ResponseLabels | undefined {
    return this.#labels[((this.#table.word(entry) >>> labelShift) & labelMask) - 1];
  }

  has(entry: number, mark: number): boolean {
    return (this.#table.word(entry) & mark) !== 0;
  }

  mark(entry: number, mark: number): void {
    this.#table.setWord(entry, this.#table.word(entry) | mark);
  }

  /** The file that measures the response; undefined when none does. */
  owner(entry: number): number | undefined {
    const owner = this.#table.word(entry) >>> ownerShift;
    return owner === 0 ? undefined : owner;
  }

  /** `owner` becomes it if there is none; true when it is the one then. */
  own(entry: number, owner: number): boolean {
    const number = (owner % ownerMask) + 1;
    if (this.owner(entry) === undefined) this.mark(entry, number << ownerShift);
    return this.owner(entry) === number;
  }

  /** Keeps the larger of each count, and answers what it has more; undefined when that is nothing. */
  grow(entry: number, tokens: ResponseTokens): ResponseTokens | undefined {
    const input = this.#growOne(entry, 0, tokens.input);
    const output = this.#growOne(entry, 1, tokens.output);
    const cacheRead = this.#growOne(entry, 2, tokens.cacheRead);
    const cacheCreation = this.#growOne(entry, 3, tokens.cacheCreation);
    if (input + output + cacheRead + cacheCreation === 0) return undefined;
    return { input, output, cacheRead, cacheCreation };
  }

  /** No response has four billion tokens, and none is counted with more. */
  #growOne(entry: number, index: number, tokens: number): number {
    const before = this.#table.amount(entry, index);
    const after = Math.max(before, Math.min(Math.round(tokens), mostTokens));
    this.#table.setAmount(entry, index, after);
    return after - before;
  }

  #numberOf(labels: ResponseLabels): number {
    if (!sameLabels(labels, this.#latest)) this.#latestNumber = this.#findNumber(labels);
    this.#latest = labels;
    return this.#latestNumber;
  }

  #findNumber(labels: ResponseLabels): number {
    const key = JSON.stringify([labels.processType, labels.model, labels.labels]);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    if (this.#labels.length >= labelMask - 1) return 0;
    const { processType, model } = labels;
    this.#labels.push({ processType, model, ...attributionOf(labels) });
    this.#numbers.set(key, this.#labels.length);
    return this.#labels.length;
  }
}

/** May miss that they are the same; the labels of one attribution are mostly one object. */
function sameLabels(one: ResponseLabels, other: ResponseLabels | undefined): boolean {
  return (
    one.processType === other?.processType &&
    one.model === other.model &&
    one.labels === other.labels
  );
}
