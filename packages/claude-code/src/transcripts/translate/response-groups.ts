import type { ResponseLine } from '../parse/transcript-line.ts';
import { elapsedSeconds, later } from './elapsed.ts';
import { type Attribution, attributionOf } from './file-attribution.ts';
import type { CountedResponse } from './response-ledger.ts';
import type { FileTranslation } from './translation.ts';

/** One block of a response, and where in the file it stands. */
export interface Block extends Attribution {
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
  /** This file saw the response first, so it alone measures the duration, also when it is read again. */
  readonly timed: boolean;
  readonly requestedAt: number | undefined;
  lastAt: number | undefined;
  contextTokens: number | undefined;
  /** The last line said that the agent is done. */
  endSaid: boolean;
  /** Some of it was written since counting began. */
  counts: boolean;
}

/** A response, as far as the file it stands in tells. */
export type CompleteGroup = Pick<OpenGroup, 'id' | 'chain' | 'contextTokens'>;

type OnComplete = (group: CompleteGroup) => void;

/** Subagents that answer at the same time within one file, with room; beyond it the oldest response is taken as complete. */
const mostChains = 128;

/**
 * Gathers the blocks of each response of one file. MUTABLE: one open group for each chain. A group
 * stays open until its chain moves on or is quiet, since its lines are spread between tool output and
 * progress.
 */
export class ResponseGroups {
  readonly #translation: FileTranslation;
  readonly #onComplete: OnComplete;
  readonly #open = new Map<string, OpenGroup>();

  constructor(translation: FileTranslation, onComplete: OnComplete) {
    this.#translation = translation;
    this.#onComplete = onComplete;
  }

  /** Counts the block and puts it to its group, completing the one before it in the chain. */
  add(block: Block): void {
    const { chain, line, conversationId, processType, seenAt } = block;
    const sighting = { conversationId, processType, at: seenAt, ...attributionOf(block) };
    const response = this.#translation.ledger.count(line, sighting);
    const open = this.#open.get(chain);
    if (open?.id === line.id) {
      open.lastAt = later(open.lastAt, block.at);
      open.contextTokens = line.contextTokens ?? open.contextTokens;
      open.endSaid = line.endsTurn;
      open.counts ||= this.#translation.gate.isOpen;
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

  get isIdle(): boolean {
    return this.#open.size === 0;
  }

  completeAll(): void {
    this.quiet(Number.POSITIVE_INFINITY);
  }

  /** Nothing came for so long: completes the responses that are not expected to go on after that. */
  quiet(seconds: number): void {
    const { turnSeconds, saidSeconds } = this.#translation.quiet;
    for (const { chain, endSaid } of [...this.#open.values()]) {
      if (seconds >= (endSaid ? saidSeconds : turnSeconds)) this.complete(chain);
    }
  }

  /** Whether the latest response of the chain is this one and may go on. */
  isOpen(chain: string, id: string): boolean {
    return this.#open.get(chain)?.id === id;
  }

  #begin(block: Block, response: CountedResponse): void {
    const [oldest] = this.#open.keys();
    if (oldest !== undefined && this.#open.size >= mostChains) this.complete(oldest);
    const { chain, line, at, requestedAt } = block;
    this.#open.set(chain, {
      id: line.id,
      chain,
      response,
      timed:
        block.measurable && this.#translation.ledger.takeTiming(response, this.#translation.owner),
      requestedAt,
      lastAt: at,
      contextTokens: line.contextTokens,
      endSaid: line.endsTurn,
      counts: this.#translation.gate.isOpen,
    });
  }

  /**
   * Where another file measures the response and is not done, that file also reports the context;
   * where another has reported it already, only the duration is left to say.
   */
  #measure(group: OpenGroup): void {
    const { response, timed, requestedAt, lastAt, contextTokens } = group;
    const { ledger } = this.#translation;
    if (!group.counts) ledger.dismiss(response);
    if (!timed && ledger.isTimed(response)) return;
    const measures = timed && ledger.measure(response);
    const reports = ledger.close(response);
    if (!measures && !reports) return;
    const { conversationId, processType, model } = response;
    this.#translation.record({
      type: 'response-update',
      at: lastAt ?? response.at,
      conversationId,
      processType,
      model,
      ...attributionOf(response),
      outcome: 'success',
      durationSeconds: measures ? elapsedSeconds(requestedAt, lastAt) : undefined,
      contextTokens: reports ? contextTokens : undefined,
    });
  }
}
