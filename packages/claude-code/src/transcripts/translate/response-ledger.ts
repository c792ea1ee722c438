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
  /** True once some file has taken on to measure the duration. */
  timed: boolean;
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
 * come. A counter cannot take back a verdict, so it waits until the response is complete in the
 * file that had it first and `judge` is called, which the source does when it has read everything
 * there is: lines of one response that are there at the same time are judged together.
 */
export class ResponseLedger {
  readonly #record: (event: AgentEvent) => void;
  readonly #responses: RecentMap<string, CountedResponse>;
  #unjudged: CountedResponse[] = [];

  constructor(record: (event: AgentEvent) => void, limit: number) {
    this.#record = record;
    this.#responses = new RecentMap(limit);
  }

  get size(): number {
    return this.#responses.size;
  }

  get forgotten(): number {
    return this.#responses.forgotten;
  }

  /** True for the first that asks: its durations are one, however many files hold the response. */
  takeTiming(response: CountedResponse): boolean {
    if (response.timed) return false;
    response.timed = true;
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
    const response = { ...sighting, model, tokens, finished, timed: false, closed: false };
    this.#responses.set(line.id, response);
    this.#record({ ...sighting, type: 'response', model, outcome: 'success', tokens });
    return response;
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

  /** Everything there is has been read: reports the complete responses whose output nobody knows. */
  judge(): void {
    this.#judge(this.#unjudged);
    this.#unjudged = [];
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
