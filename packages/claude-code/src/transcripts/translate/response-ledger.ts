import type { AgentEvent } from '@turnscope/core';
import type { ResponseLine, ResponseTokens } from '../parse/transcript-line.ts';
import { RecentMap } from './recent-map.ts';

/** A response that was counted. MUTABLE, and changed by the ledger only. */
export interface CountedResponse {
  readonly conversationId: string;
  readonly processType: string;
  readonly model: string | undefined;
  /** Time of the first line seen. */
  readonly at: number | undefined;
  /** The largest of each over all lines seen; what was recorded so far. */
  tokens: ResponseTokens;
  /** True when some line carried a stop reason, so that the output count is the real one. */
  finished: boolean;
  /** The file that has taken on to measure the duration, by its number. */
  timedBy: number | undefined;
  /** True once it did. */
  measured: boolean;
  /** True once the response was complete somewhere. */
  closed: boolean;
}

/** Where and when a line of a response stood. */
export type Sighting = Pick<CountedResponse, 'conversationId' | 'processType' | 'at'>;

/** Groups waiting for their verdict before the oldest are judged early. */
const mostUnjudged = 65_536;

/**
 * Counts responses and their tokens by message id over all files: the first line counts the
 * response with the tokens it carries, every other line only what it has more. So neither the order
 * of the lines nor the file they stand in changes a counter. MUTABLE and bounded: a response that
 * was forgotten would be counted again, and is told by `forgotten`.
 *
 * Whether an output count can be trusted is known only when no line of the response is left to
 * come. A counter cannot take back a verdict, so it waits until the response was complete for
 * `patienceSeconds`: another file may hold a line that says more, and be read or written later.
 */
export class ResponseLedger {
  readonly #record: (event: AgentEvent) => void;
  readonly #responses: RecentMap<string, CountedResponse>;
  readonly #patienceSeconds: number;
  #unjudged: CountedResponse[] = [];
  /** Complete ones in the order of the time since when they are known to be. */
  #waiting: { readonly since: number; readonly responses: readonly CountedResponse[] }[] = [];

  constructor(record: (event: AgentEvent) => void, limit: number, patienceSeconds: number) {
    this.#record = record;
    this.#patienceSeconds = patienceSeconds;
    this.#responses = new RecentMap(limit);
  }

  get size(): number {
    return this.#responses.size;
  }

  get forgotten(): number {
    return this.#responses.forgotten;
  }

  knows(id: string): boolean {
    return this.#responses.has(id);
  }

  /** True for the file that asks first: there is one duration, however many files hold the response. */
  takeTiming(response: CountedResponse, owner: number): boolean {
    response.timedBy ??= owner;
    return response.timedBy === owner;
  }

  /** The duration is known now. True the first time. */
  measure(response: CountedResponse): boolean {
    if (response.measured) return false;
    response.measured = true;
    return true;
  }

  /** Counts what this line of a response adds, and answers what is known of it over all files. */
  count(line: ResponseLine, sighting: Sighting): CountedResponse {
    const known = this.#responses.get(line.id);
    if (known !== undefined) {
      this.#grow(known, line, sighting.at);
      return known;
    }
    const { model, tokens, finished } = line;
    const unmeasured = { timedBy: undefined, measured: false, closed: false };
    const response = { ...sighting, model, tokens, finished, ...unmeasured };
    this.#responses.set(line.id, response);
    this.#record({ ...sighting, type: 'response', model, outcome: 'success', tokens });
    return response;
  }

  /** The response was over before counting began: nothing more is said of it. */
  dismiss(response: CountedResponse): void {
    response.measured = true;
    response.closed = true;
  }

  /** No line of the response is expected any more; it will be judged. True the first time. */
  close(response: CountedResponse): boolean {
    if (response.closed) return false;
    response.closed = true;
    if (!response.finished) this.#unjudged.push(response);
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
      if (response.finished) continue;
      const { conversationId, processType, model, at } = response;
      const labels = { conversationId, processType, model, at };
      this.#record({
        ...labels,
        type: 'response-update',
        outcome: 'success',
        untrustedOutput: true,
      });
    }
  }

  #grow(known: CountedResponse, line: ResponseLine, at: number | undefined): void {
    known.finished ||= line.finished;
    const more = difference(line.tokens, known.tokens);
    if (more === undefined) return;
    known.tokens = sum(known.tokens, more);
    const { conversationId, processType, model } = known;
    const labels = { conversationId, processType, model, at };
    this.#record({ ...labels, type: 'response-update', outcome: 'success', tokens: more });
  }
}

/** What `tokens` has more than `before` in each field; undefined when it has no more in any. */
function difference(tokens: ResponseTokens, before: ResponseTokens): ResponseTokens | undefined {
  const input = Math.max(0, tokens.input - before.input);
  const output = Math.max(0, tokens.output - before.output);
  const cacheRead = Math.max(0, tokens.cacheRead - before.cacheRead);
  const cacheCreation = Math.max(0, tokens.cacheCreation - before.cacheCreation);
  if (input + output + cacheRead + cacheCreation === 0) return undefined;
  return { input, output, cacheRead, cacheCreation };
}

function sum(left: ResponseTokens, right: ResponseTokens): ResponseTokens {
  return {
    input: left.input + right.input,
    output: left.output + right.output,
    cacheRead: left.cacheRead + right.cacheRead,
    cacheCreation: left.cacheCreation + right.cacheCreation,
  };
}
