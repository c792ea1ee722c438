import type { Initiator, Outcome } from '@turnscope/core';
import type {
  CompactBoundaryContent,
  RetryContent,
} from '../../transcripts/parse/transcript-line.ts';
import { Compactions } from '../../transcripts/translate/compactions.ts';
import type { InitContent, ResultContent, StreamContent } from '../parse/stream-message.ts';
import { measuredSeconds } from './measured-seconds.ts';
import { StreamCosts } from './stream-costs.ts';
import { type CountedResponse, mainChain, type StreamResponses } from './stream-responses.ts';
import type { StreamTranslation, WorkLabels } from './stream-translation.ts';
import { StreamTurns } from './stream-turns.ts';

/**
 * What only the agent's own chain of messages tells: turns, compactions, retries, costs, and that a
 * conversation began. MUTABLE and bounded.
 */
export class MainChain {
  readonly #translation: StreamTranslation;
  readonly #responses: StreamResponses;
  readonly #turns: StreamTurns;
  readonly #costs: StreamCosts;
  #compactions: Compactions;
  #compactingSince: number | undefined;
  #startedConversation: string | undefined;

  constructor(translation: StreamTranslation, responses: StreamResponses, resumed: boolean) {
    this.#translation = translation;
    this.#responses = responses;
    this.#turns = new StreamTurns(translation);
    this.#costs = new StreamCosts(translation, resumed);
    this.#compactions = compactionsOf(translation);
  }

  /** A turn is open. */
  get isWorking(): boolean {
    return this.#turns.isOpen;
  }

  /** Takes what is about more than one response. */
  take(content: StreamContent, at: number): void {
    switch (content.kind) {
      case 'init':
        this.#init(content, at);
        break;
      case 'prompt':
        this.prompt(content.initiator, at);
        break;
      case 'interrupt':
        this.#turns.interrupt();
        break;
      case 'retry':
        this.#retry(content, at);
        break;
      case 'compacting':
        this.#compactingSince = at;
        break;
      case 'compaction-failed':
        this.#compactionFailed(at);
        break;
      case 'compact-boundary':
        this.#compacted(content, at);
        break;
      case 'resumed':
        this.#costs.resume();
        break;
      case 'reset':
        this.#costs.reset();
        this.#forgetCompactions();
        break;
      case 'result':
        this.#finish(content, at);
        break;
    }
  }

  /** A prompt was sent, by a message or by the caller's word. */
  prompt(initiator: Initiator, at: number): void {
    this.#turns.begin(at);
    this.#turns.prompt(initiator);
    this.#responses.requested(mainChain, at);
  }

  /** The agent was heard, or results of its tools. */
  heard(at: number): void {
    this.#turns.begin(at);
    this.#compactions.activity(at);
  }

  /** A response of the chain began. */
  respond(id: string, labels: WorkLabels, at: number): void {
    this.#translation.remember(labels);
    this.#turns.respond(labels);
    this.#compactions.respond(id);
    this.#startConversation(labels, at);
  }

  /** A request of the chain failed for good. */
  fail(labels: WorkLabels, at: number): void {
    this.#turns.respond(labels);
    this.#startConversation(labels, at);
  }

  /** A response of any chain was counted. */
  counted(response: CountedResponse, at: number): void {
    this.#costs.respond(response);
    if (response.chain !== mainChain) return;
    this.#turns.counted(response, at);
    this.#compactions.requestComplete(response);
  }

  /** A counted response of any chain turned out to be larger. */
  grew({ chain }: CountedResponse, outputTokens: number): void {
    if (chain === mainChain) this.#turns.grew(outputTokens);
  }

  /** The stream is over. All responses were counted. */
  end(outcome: Outcome | undefined, at: number): void {
    this.#turns.end(outcome, at);
    this.#forgetCompactions();
    this.#responses.rest(mainChain);
    this.#compactingSince = undefined;
  }

  #init({ folder }: InitContent, at: number): void {
    this.#translation.workIn(folder);
    this.#turns.begin(at);
    this.#responses.requestedUnlessWaiting(mainChain, at);
  }

  /** What had come of the failed attempt is no answer. */
  #retry({ reason }: RetryContent, at: number): void {
    this.#turns.begin(at);
    this.#responses.complete(mainChain, 'error');
    const { conversationId, before, record } = this.#translation;
    record({ type: 'retry', at, conversationId, processType: before.processType, reason });
  }

  #finish(result: ResultContent, at: number): void {
    this.#responses.completeAll(this.#turns.outcomeOf(result));
    this.#turns.finish(result, at);
    this.#costs.take(result.costs, at);
    this.#responses.rest(mainChain);
  }

  #compacted({ trigger, tokensBefore, durationMs }: CompactBoundaryContent, at: number): void {
    this.#responses.complete(mainChain, 'success');
    const measured = measuredSeconds(this.#compactingSince, at);
    this.#compactingSince = undefined;
    this.#compactions.begin({
      kind: 'compact-boundary',
      trigger,
      tokensBefore,
      durationMs: durationMs || (measured && measured * 1000),
      at,
      uuid: undefined,
      conversationId: this.#translation.conversationId,
      processType: this.#translation.before.processType,
    });
    this.#responses.requested(mainChain, at);
  }

  #compactionFailed(at: number): void {
    const { conversationId, before, record } = this.#translation;
    const durationSeconds = measuredSeconds(this.#compactingSince, at);
    this.#compactingSince = undefined;
    const { processType } = before;
    const labels = { conversationId, processType, outcome: 'error' } as const;
    record({ type: 'compaction', at, ...labels, durationSeconds });
  }

  #forgetCompactions(): void {
    this.#compactions.end();
    this.#compactions = compactionsOf(this.#translation);
  }

  #startConversation({ processType }: WorkLabels, at: number): void {
    const { conversationId, record } = this.#translation;
    if (conversationId === this.#startedConversation) return;
    this.#startedConversation = conversationId;
    record({ type: 'conversation-start', at, conversationId, processType });
  }
}

/** A stream tells everything once, so nothing of it has to be claimed. */
function compactionsOf({ record, ownType }: StreamTranslation): Compactions {
  return new Compactions({
    record,
    unknownType: ownType,
    owner: 0,
    once: { own: () => true, claim: () => true },
    gate: { isOpen: true },
  });
}
