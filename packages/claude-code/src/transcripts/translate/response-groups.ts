import type { ResponseLine } from '../parse/transcript-line.ts';
import { elapsedSeconds, later } from './elapsed.ts';
import type { CountedResponse } from './response-ledger.ts';
import type { Translation } from './translation.ts';

/** One block of a response, and where in the file it stands. */
export interface Block {
  /** Blocks of one chain come one response after the other: a file's own, or one subagent's. */
  readonly chain: string;
  readonly line: ResponseLine;
  readonly conversationId: string;
  readonly processType: string;
  /** Time that the line states: what durations are made of. */
  readonly at: number | undefined;
  /** The same, or the best that is known, for the event. */
  readonly seenAt: number | undefined;
  /** When the request was made; undefined where that is not known. */
  readonly requestedAt: number | undefined;
  /** False where only a report of the response stands, which says nothing of its duration. */
  readonly measurable: boolean;
}

interface OpenGroup {
  readonly id: string;
  readonly chain: string;
  readonly response: CountedResponse;
  /** This file saw the response first, so it alone measures the duration. */
  readonly timed: boolean;
  readonly requestedAt: number | undefined;
  lastAt: number | undefined;
  contextTokens: number | undefined;
}

/** A response, as far as the file it stands in tells. */
export type CompleteGroup = Pick<OpenGroup, 'id' | 'chain' | 'contextTokens'>;

type OnComplete = (group: CompleteGroup) => void;

/** Subagents that answer at the same time within one file, with room; beyond it the oldest response is taken as complete. */
const mostChains = 128;

/**
 * Gathers the blocks of each response of one file. MUTABLE: one open group for each chain. A group
 * stays open until its chain moves on, since its lines are spread between tool output and progress.
 */
export class ResponseGroups {
  readonly #translation: Translation;
  readonly #onComplete: OnComplete;
  readonly #open = new Map<string, OpenGroup>();

  constructor(translation: Translation, onComplete: OnComplete) {
    this.#translation = translation;
    this.#onComplete = onComplete;
  }

  /** Counts the block and puts it to its group, completing the one before it in the chain. */
  add(block: Block): void {
    const { chain, line, conversationId, processType, seenAt } = block;
    const sighting = { conversationId, processType, at: seenAt };
    const response = this.#translation.ledger.count(line, sighting);
    const open = this.#open.get(chain);
    if (open?.id === line.id) {
      open.lastAt = later(open.lastAt, block.at);
      open.contextTokens = line.contextTokens ?? open.contextTokens;
      return;
    }
    this.complete(chain);
    this.#begin(block, response);
  }

  /** The chain has moved on: its open response, if any, gets its duration and context. */
  complete(chain: string): void {
    const open = this.#open.get(chain);
    if (open === undefined) return;
    this.#open.delete(chain);
    this.#measure(open);
    this.#onComplete(open);
  }

  completeAll(): void {
    for (const chain of [...this.#open.keys()]) this.complete(chain);
  }

  #begin(block: Block, response: CountedResponse): void {
    const [oldest] = this.#open.keys();
    if (oldest !== undefined && this.#open.size >= mostChains) this.complete(oldest);
    const { chain, line, at, requestedAt } = block;
    this.#open.set(chain, {
      id: line.id,
      chain,
      response,
      timed: block.measurable && this.#translation.ledger.takeTiming(response),
      requestedAt,
      lastAt: at,
      contextTokens: line.contextTokens,
    });
  }

  /**
   * Where another file measures the response, that file also reports the rest. A report that was
   * complete before has told the context: then only the duration is new.
   */
  #measure({ response, timed, requestedAt, lastAt, contextTokens }: OpenGroup): void {
    if (!timed && response.timed) return;
    const durationSeconds = timed ? elapsedSeconds(requestedAt, lastAt) : undefined;
    const isNews = this.#translation.ledger.close(response);
    if (!isNews && durationSeconds === undefined) return;
    const { conversationId, processType, model } = response;
    this.#translation.record({
      type: 'response-update',
      at: lastAt ?? response.at,
      conversationId,
      processType,
      model,
      outcome: 'success',
      durationSeconds,
      contextTokens: isNews ? contextTokens : undefined,
    });
  }
}
