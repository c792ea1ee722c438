import type { Outcome } from '@turnscope/core';
import type { ResponseLine, ResponseTokens } from '../../transcripts/parse/transcript-line.ts';
import { hashOf } from '../../transcripts/translate/hash-text.ts';
import { RecentMap } from '../../transcripts/translate/recent-map.ts';
import { OpenResponse } from './open-response.ts';
import type { StreamTranslation, WorkLabels } from './stream-translation.ts';
import { largerTokens, tokenGrowth } from './token-growth.ts';

/** A response that was counted, under the labels that it was counted with. */
export interface CountedResponse extends WorkLabels {
  readonly id: string;
  readonly chain: string;
  readonly conversationId: string;
  readonly outcome: Outcome;
  readonly contextTokens: number | undefined;
  readonly tokens: ResponseTokens;
  /** Its output count is the real one. */
  readonly finished: boolean;
}

/** Hears what was counted. */
export interface CountListener {
  counted(response: CountedResponse): void;
  /** A message came late and said that a counted response had so many output tokens more. */
  grew(response: CountedResponse, outputTokens: number): void;
}

/** The agent's own chain of messages; a subagent's is named by the tool call that started it. */
export const mainChain = '';

/** Subagents that answer at the same time, with room; beyond it the oldest response is taken as complete. */
const mostChains = 128;
/** Responses of which a late message may still come. */
const mostRemembered = 512;

/**
 * Gathers the messages of each response and counts it once, when it is complete: when it said so, when
 * its chain has moved on to the next, or when the turn is over. MUTABLE and bounded: one open response for
 * each chain, the requests that wait for one, and the latest that were counted. What a message says of
 * a response that was counted before is added to it.
 */
export class StreamResponses {
  readonly #translation: StreamTranslation;
  readonly #listener: CountListener;
  readonly #open = new Map<string, OpenResponse>();
  readonly #requests = new RecentMap<string, number>(mostChains);
  readonly #counted = new RecentMap<number, CountedResponse>(mostRemembered);

  constructor(translation: StreamTranslation, listener: CountListener) {
    this.#translation = translation;
    this.#listener = listener;
  }

  /** A request of the chain was made. */
  requested(chain: string, at: number): void {
    this.#requests.set(chain, at);
  }

  /** A request of the chain is made now, unless one waits already. */
  requestedUnlessWaiting(chain: string, at: number): void {
    if (!this.#requests.has(chain)) this.#requests.set(chain, at);
  }

  /** When the chain's latest request was made. */
  requestedAt(chain: string): number | undefined {
    return this.#requests.get(chain);
  }

  /** A message of a response: a block, or where it begins to come in pieces. True when the response is new. */
  add(line: ResponseLine, chain: string, at: number, inPieces: boolean): boolean {
    const open = this.#open.get(chain);
    if (open?.id === line.id) {
      open.add(line, at);
      return false;
    }
    const counted = this.#counted.get(hashOf(line.id));
    if (counted !== undefined) {
      this.#addLate(counted, line, at);
      return false;
    }
    this.complete(chain, 'success');
    this.#begin(line, chain, at, inPieces);
    return true;
  }

  /** The open response of a chain. */
  open(chain: string): OpenResponse | undefined {
    return this.#open.get(chain);
  }

  /** The open response of the chain, if any, is complete; `cut`: how it ended if it was in the middle. */
  complete(chain: string, cut: Outcome): void {
    const open = this.#open.get(chain);
    if (open === undefined) return;
    this.#open.delete(chain);
    this.#count(open, cut);
  }

  completeAll(cut: Outcome): void {
    for (const chain of [...this.#open.keys()]) this.complete(chain, cut);
  }

  /** Nothing is asked any more: what comes next does not answer what was asked before. */
  rest(chain: string): void {
    this.#requests.delete(chain);
  }

  #begin(line: ResponseLine, chain: string, at: number, inPieces: boolean): void {
    const [oldest] = this.#open.keys();
    if (oldest !== undefined && this.#open.size >= mostChains) this.complete(oldest, 'success');
    const { conversationId } = this.#translation;
    const labels = this.#translation.labelsOf(chain === mainChain, line.model);
    const requestedAt = this.#requests.get(chain);
    const start = { ...labels, conversationId, chain, requestedAt, inPieces };
    this.#open.set(chain, new OpenResponse(line, start, at));
  }

  #count(open: OpenResponse, cut: Outcome): void {
    const { id, tokens, contextTokens, finished, start } = open;
    const { conversationId, chain, processType, model } = start;
    const labels = { conversationId, processType, model, outcome: open.outcome(cut) };
    this.#translation.record({
      type: 'response',
      at: open.lastAt,
      ...labels,
      durationSeconds: open.durationSeconds,
      timeToFirstTokenSeconds: open.firstTokenSeconds,
      contextTokens,
      tokens,
      // No result tells the output of a subagent.
      untrustedOutput: (chain !== mainChain && !finished) || undefined,
    });
    const counted = { ...labels, id, chain, contextTokens, tokens, finished };
    this.#counted.set(hashOf(id), counted);
    this.#listener.counted(counted);
  }

  #addLate(counted: CountedResponse, line: ResponseLine, at: number): void {
    const tokens = largerTokens(counted.tokens, line.tokens);
    const growth = tokenGrowth(counted.tokens, tokens);
    if (growth === undefined) return;
    const { conversationId, processType, model, outcome } = counted;
    const labels = { conversationId, processType, model, outcome };
    this.#translation.record({ type: 'response-update', at, ...labels, tokens: growth });
    this.#counted.set(hashOf(counted.id), { ...counted, tokens });
    this.#listener.grew(counted, growth.output);
  }
}
