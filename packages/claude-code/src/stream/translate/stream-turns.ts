import type { Initiator, Outcome } from '@turnscope/core';
import type { ResultContent } from '../parse/stream-message.ts';
import { measuredSeconds } from './measured-seconds.ts';
import type { CountedResponse } from './stream-responses.ts';
import type { StreamTranslation, WorkLabels } from './stream-translation.ts';

interface OpenTurn {
  readonly startedAt: number;
  initiator: Initiator;
  interrupted: boolean;
  responses: number;
  processType: string | undefined;
  model: string | undefined;
  /** Of its counted responses. */
  outputTokens: number;
  last: CountedResponse | undefined;
  /** Responses whose output count is a placeholder, unless the result tells the sum. */
  unjudged: CountedResponse[];
}

/** Responses that wait for the result; the verdict on more is that nobody knows. */
const mostUnjudged = 4096;

/**
 * The turns of one stream. MUTABLE: at most one is open, from the first word of it to the result that
 * ends it, or the end of the stream. The result also tells the output tokens of the turn's main chain,
 * which the messages of its responses may not: what they did not tell is added to its last response.
 */
export class StreamTurns {
  readonly #translation: StreamTranslation;
  #open: OpenTurn | undefined;

  constructor(translation: StreamTranslation) {
    this.#translation = translation;
  }

  /** A turn is open. */
  get isOpen(): boolean {
    return this.#open !== undefined;
  }

  /** Something of a turn was seen: begins one, unless one is open. */
  begin(at: number): void {
    this.#open ??= {
      startedAt: at,
      initiator: 'user',
      interrupted: false,
      responses: 0,
      processType: undefined,
      model: undefined,
      outputTokens: 0,
      last: undefined,
      unjudged: [],
    };
  }

  prompt(initiator: Initiator): void {
    if (this.#open?.responses === 0) this.#open.initiator = initiator;
  }

  interrupt(): void {
    if (this.#open !== undefined) this.#open.interrupted = true;
  }

  /** A response of the main chain began, or failed for good. */
  respond({ processType, model }: WorkLabels): void {
    const turn = this.#open;
    if (turn === undefined) return;
    turn.responses += 1;
    turn.processType ??= processType;
    turn.model = model;
  }

  /** A response of the main chain was counted. */
  counted(response: CountedResponse, at: number): void {
    const turn = this.#open;
    if (turn === undefined) return;
    turn.last = response;
    turn.outputTokens += response.tokens.output;
    if (response.finished) return;
    if (turn.unjudged.length < mostUnjudged) turn.unjudged.push(response);
    else this.#distrust(response, at);
  }

  grew(outputTokens: number): void {
    if (this.#open !== undefined) this.#open.outputTokens += outputTokens;
  }

  /** How the turn that this result ends has ended. Older versions tell an interrupt by a message alone. */
  outcomeOf(result: ResultContent): Outcome {
    return this.#open?.interrupted ? 'interrupted' : result.outcome;
  }

  /** The result came, when all responses were counted. A command that the agent answered itself was no turn. */
  finish(result: ResultContent, at: number): void {
    const turn = this.#open;
    const outcome = this.outcomeOf(result);
    if (turn !== undefined) this.#reconcile(turn, result, at);
    this.#open = undefined;
    if (!result.asked && (turn?.responses ?? 0) === 0) return;
    const { durationMs = measuredMilliseconds(turn, at) } = result;
    // 0 is what a result says that was made up because there was none.
    const durationSeconds = durationMs ? durationMs / 1000 : undefined;
    this.#record(turn, { outcome, initiator: result.initiator, durationSeconds }, at);
  }

  /** No result will come. Without an outcome there was no turn unless it had begun to answer; then it failed. */
  end(outcome: Outcome | undefined, at: number): void {
    const turn = this.#open;
    this.#open = undefined;
    if (turn === undefined) return;
    for (const response of turn.unjudged) this.#distrust(response, at);
    if (outcome === undefined && turn.responses === 0) return;
    const durationSeconds = measuredSeconds(turn.startedAt, at);
    this.#record(turn, { outcome: outcome ?? 'error', initiator: undefined, durationSeconds }, at);
  }

  #record(
    turn: OpenTurn | undefined,
    ending: {
      outcome: Outcome;
      initiator: Initiator | undefined;
      durationSeconds: number | undefined;
    },
    at: number,
  ): void {
    this.#translation.record({
      type: 'turn',
      at,
      conversationId: this.#translation.conversationId,
      processType: turn?.processType ?? this.#translation.ownType,
      model: turn?.model,
      initiator: ending.initiator ?? turn?.initiator,
      outcome: ending.outcome,
      durationSeconds: ending.durationSeconds,
      responses: turn?.responses,
    });
  }

  #reconcile(turn: OpenTurn, { tokens }: ResultContent, at: number): void {
    if (tokens.output === 0) {
      for (const response of turn.unjudged) this.#distrust(response, at);
      return;
    }
    const missing = tokens.output - turn.outputTokens;
    if (turn.last === undefined || missing <= 0) return;
    this.#update(turn.last, { tokens: { output: missing } }, at);
  }

  #distrust(response: CountedResponse, at: number): void {
    this.#update(response, { untrustedOutput: true }, at);
  }

  #update(
    { conversationId, processType, model, outcome }: CountedResponse,
    news: { readonly tokens?: { readonly output: number }; readonly untrustedOutput?: true },
    at: number,
  ): void {
    const labels = { conversationId, processType, model, outcome };
    this.#translation.record({ type: 'response-update', at, ...labels, ...news });
  }
}

function measuredMilliseconds(turn: OpenTurn | undefined, at: number): number | undefined {
  const seconds = measuredSeconds(turn?.startedAt, at);
  return seconds === undefined ? undefined : seconds * 1000;
}
