import type { Initiator, Outcome } from '@turnscope/core';
import { elapsedSeconds, later } from './elapsed.ts';
import type { ResponseLabels, Translation } from './translation.ts';

/** A prompt line that may begin a turn. */
export interface Prompt {
  readonly at: number | undefined;
  readonly uuid: string | undefined;
  readonly promptId: string | undefined;
  readonly initiator: Initiator;
  readonly conversationId: string;
}

interface OpenTurn extends Prompt {
  /** The file saw the prompt first, so it alone counts the turn. */
  readonly owned: boolean;
  lastResponseAt: number | undefined;
  responses: number;
  processType: string | undefined;
  model: string | undefined;
  activeDurationSeconds: number | undefined;
}

/**
 * The turns of one main transcript. MUTABLE: at most one turn is open. It ends with the next
 * prompt or task notification, an interrupt, a give-up, or the end of input: `#close` is the only
 * place where a turn becomes an event. What comes for a turn that has ended changes nothing here.
 */
export class Turns {
  readonly #translation: Translation;
  #open: OpenTurn | undefined;

  constructor(translation: Translation) {
    this.#translation = translation;
  }

  /** Ends the open turn and begins the prompt's, unless the prompt is a further line of the open one. */
  begin(prompt: Prompt): void {
    if (prompt.promptId !== undefined && prompt.promptId === this.#open?.promptId) return;
    this.end();
    this.#open = {
      ...prompt,
      owned: this.#translation.once.claim('turn', prompt.uuid),
      lastResponseAt: undefined,
      responses: 0,
      processType: undefined,
      model: undefined,
      activeDurationSeconds: undefined,
    };
  }

  /** A line of a main-chain response; `first` for the first line of each response. */
  respond(at: number | undefined, labels: ResponseLabels, first: boolean): void {
    const turn = this.#open;
    if (turn === undefined) return;
    turn.lastResponseAt = later(turn.lastResponseAt, at);
    turn.processType ??= labels.processType;
    turn.model = labels.model;
    if (first) turn.responses += 1;
  }

  /** The agent said how long it worked, without waiting for people. The last word counts. */
  measureActive(seconds: number): void {
    if (this.#open !== undefined) this.#open.activeDurationSeconds = seconds;
  }

  interrupt(at: number | undefined): void {
    this.#close('interrupted', at);
  }

  /** A response gave up; it was already given to `respond`. */
  fail(): void {
    this.#close('error', undefined);
  }

  /** The open turn is over. Without a response there was no turn. */
  end(): void {
    if ((this.#open?.responses ?? 0) > 0) this.#close('success', undefined);
    this.#open = undefined;
  }

  #close(outcome: Outcome, stoppedAt: number | undefined): void {
    const turn = this.#open;
    this.#open = undefined;
    if (turn === undefined || !turn.owned) return;
    const endedAt = later(turn.lastResponseAt, stoppedAt);
    this.#translation.record({
      type: 'turn',
      at: endedAt ?? turn.at,
      conversationId: turn.conversationId,
      processType: turn.processType ?? this.#translation.unknownType,
      model: turn.model,
      initiator: turn.initiator,
      outcome,
      durationSeconds: elapsedSeconds(turn.at, endedAt),
      activeDurationSeconds: turn.activeDurationSeconds,
      responses: turn.responses,
    });
  }
}
