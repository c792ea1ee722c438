import type { AgentEvent } from '@turnscope/core';
import type { ResponseLine, ResponseTokens } from '../parse/transcript-line.ts';
import { type Attribution, attributionOf } from './file-attribution.ts';
import { marks, type ResponseTable } from './response-table.ts';

/** A response that was counted, under the labels that it is counted with. */
export interface CountedResponse extends Attribution {
  readonly id: string;
  readonly conversationId: string;
  readonly processType: string;
  readonly model: string | undefined;
  readonly at: number | undefined;
}

/** Where and when a line of a response stood. */
export type Sighting = Pick<CountedResponse, 'conversationId' | 'processType' | 'at' | 'labels'>;

/** Groups waiting for their verdict before the oldest are judged early. */
const mostUnjudged = 65_536;

/**
 * Counts responses and their tokens by message id over all files: the first line counts the
 * response with the tokens it carries, every other line only what it has more. So neither the order
 * of the lines nor the file they stand in changes a counter. MUTABLE: its entries in the table; a
 * response that was dropped there would be counted again.
 *
 * Whether an output count can be trusted is known only when no line of the response is left to
 * come. A counter cannot take back a verdict, so it waits until the response was complete for
 * `patienceSeconds`: another file may hold a line that says more, and be read or written later.
 */
export class ResponseLedger {
  readonly #record: (event: AgentEvent) => void;
  readonly #table: ResponseTable;
  readonly #patienceSeconds: number;
  #unjudged: CountedResponse[] = [];
  /** Complete ones in the order of the time since when they are known to be. */
  #waiting: { readonly since: number; readonly responses: readonly CountedResponse[] }[] = [];

  constructor(record: (event: AgentEvent) => void, table: ResponseTable, patienceSeconds: number) {
    this.#record = record;
    this.#table = table;
    this.#patienceSeconds = patienceSeconds;
  }

  /** True for the file that asks first: there is one duration, however many files hold the response. */
  takeTiming({ id }: CountedResponse, owner: number): boolean {
    const entry = this.#table.find(id);
    return entry === undefined || this.#table.own(entry, owner);
  }

  /** Whether some file has taken on to measure the duration. */
  isTimed({ id }: CountedResponse): boolean {
    const entry = this.#table.find(id);
    return entry !== undefined && this.#table.owner(entry) !== undefined;
  }

  /** The duration is known now. True the first time. */
  measure({ id }: CountedResponse): boolean {
    return this.#markFirst(id, marks.measured);
  }

  /** Counts what this line of a response adds, and answers what it is counted as over all files. */
  count(line: ResponseLine, sighting: Sighting): CountedResponse {
    const known = this.#table.find(line.id);
    const entry = known ?? this.#table.add(line.id, { ...sighting, model: line.model });
    if (line.finished) this.#table.mark(entry, marks.finished);
    const more = this.#table.grow(entry, line.tokens);
    const labels = { model: line.model, ...sighting, ...this.#table.labels(entry) };
    this.#recordTokens(labels, known === undefined, more);
    return { ...labels, id: line.id };
  }

  /** The response was over before counting began: nothing more is said of it. */
  dismiss({ id }: CountedResponse): void {
    const entry = this.#table.find(id);
    if (entry !== undefined) this.#table.mark(entry, marks.measured | marks.closed);
  }

  /** No line of the response is expected any more; it will be judged. True the first time. */
  close(response: CountedResponse): boolean {
    if (!this.#markFirst(response.id, marks.closed)) return false;
    if (!this.#isFinished(response)) this.#unjudged.push(response);
    if (this.#unjudged.length > mostUnjudged)
      this.#judge(this.#unjudged.splice(0, mostUnjudged / 2));
    return true;
  }

  /**
   * Reports the responses whose output nobody knows and that were complete for long enough at `now`,
   * epoch milliseconds. Files may still be read; infinity is the end of input.
   */
  judge(now: number): void {
    if (this.#unjudged.length > 0) this.#waiting.push({ since: now, responses: this.#unjudged });
    this.#unjudged = [];
    const lastDue = now - this.#patienceSeconds * 1000;
    const due = this.#waiting.findLastIndex(({ since }) => since <= lastDue);
    for (const { responses } of this.#waiting.splice(0, due + 1)) this.#judge(responses);
  }

  #judge(responses: readonly CountedResponse[]): void {
    for (const response of responses) {
      if (this.#isFinished(response)) continue;
      const { conversationId, processType, model, at } = response;
      const labels = { conversationId, processType, model, at, ...attributionOf(response) };
      this.#record({
        ...labels,
        type: 'response-update',
        outcome: 'success',
        untrustedOutput: true,
      });
    }
  }

  #isFinished({ id }: CountedResponse): boolean {
    const entry = this.#table.find(id);
    return entry !== undefined && this.#table.has(entry, marks.finished);
  }

  #markFirst(id: string, mark: number): boolean {
    const entry = this.#table.find(id);
    if (entry === undefined) return true;
    const first = !this.#table.has(entry, mark);
    this.#table.mark(entry, mark);
    return first;
  }

  #recordTokens(
    labels: Omit<CountedResponse, 'id'>,
    isFirst: boolean,
    tokens: ResponseTokens | undefined,
  ): void {
    const event = { ...labels, outcome: 'success', tokens: tokens ?? noTokens } as const;
    if (isFirst) this.#record({ ...event, type: 'response' });
    else if (tokens !== undefined) this.#record({ ...event, type: 'response-update' });
  }
}

const noTokens: ResponseTokens = { input: 0, output: 0, cacheRead: 0, cacheCreation: 0 };
