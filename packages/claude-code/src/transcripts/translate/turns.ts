import type { Initiator, Outcome } from '@turnscope/core';
import type { LineContent } from '../parse/transcript-line.ts';
import { elapsedSeconds, later } from './elapsed.ts';
import { PendingWork } from './pending-work.ts';
import type { ResponseLabels } from './response-labels.ts';
import type { FileTranslation } from './translation.ts';

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
  readonly work: PendingWork;
  /** The file said so; only its active duration may still come. */
  over: boolean;
  /** Some of it was written since counting began. */
  counts: boolean;
}

/**
 * The turns of one main transcript. MUTABLE: at most one turn is open. It ends with
 * - the next prompt or task notification, an interrupt, a give-up, or the end of input;
 * - the file's word that it is over (`turn_duration`, `stop_hook_summary`);
 * - silence: two seconds after the agent's word that it is done (`end_turn`), else the time that
 *   the options state; the latter too while hooks run at its end, or in a file that showed such
 *   hooks before, for then the file will say it.
 * The last two never end a turn without a response, nor one that waits for a tool or a request: a
 * person may leave a question open for half an hour. `#close` is the only place where a turn
 * becomes an event. What comes for a turn that has ended changes nothing here.
 */
export class Turns {
  readonly #translation: FileTranslation;
  #open: OpenTurn | undefined;
  #closedPromptId: string | undefined;
  #hasStopHooks = false;

  constructor(translation: FileTranslation) {
    this.#translation = translation;
  }

  get isIdle(): boolean {
    return this.#open === undefined;
  }

  /** Looks at any line of the chain, before what it says is taken. */
  look(content: LineContent): void {
    if (this.#open?.over && !isAside(content)) this.#close('success', undefined);
    this.#open?.work.look(content);
  }

  /** Ends the open turn and begins the prompt's, unless the prompt is a further line of the latest one. */
  begin(prompt: Prompt): void {
    if (this.#isKnown(prompt.promptId)) return;
    this.end();
    this.#open = {
      ...prompt,
      owned: this.#translation.once.own('turn', prompt.uuid, this.#translation.owner),
      lastResponseAt: undefined,
      responses: 0,
      processType: undefined,
      model: undefined,
      activeDurationSeconds: undefined,
      work: new PendingWork(),
      over: false,
      counts: this.#translation.gate.isOpen,
    };
  }

  /** A line of a main-chain response; `first` for the first line of each response. */
  respond(at: number | undefined, labels: ResponseLabels, first: boolean): void {
    const turn = this.#open;
    if (turn === undefined) return;
    turn.counts ||= this.#translation.gate.isOpen;
    turn.lastResponseAt = later(turn.lastResponseAt, at);
    turn.processType ??= labels.processType;
    turn.model = labels.model;
    if (first) turn.responses += 1;
  }

  /** The agent said how long it worked, without waiting for people: it does so when the turn is over. */
  measureActive(seconds: number): void {
    if (this.#open !== undefined) this.#open.activeDurationSeconds = seconds;
    if (this.#mayEnd()) this.#close('success', undefined);
  }

  /** The file says that the turn is over; at most its active duration follows, on the next line. */
  over(): void {
    this.#hasStopHooks = true;
    if (this.#open !== undefined) this.#open.over = this.#mayEnd();
  }

  /** Nothing came into the file for so long. */
  quiet(seconds: number): void {
    const turn = this.#open;
    if (turn === undefined || !this.#mayEnd()) return;
    const { turnSeconds, saidSeconds } = this.#translation.quiet;
    const said = turn.over || (turn.work.endSaid && !this.#hasStopHooks);
    const limit = said ? saidSeconds : turnSeconds;
    if (seconds >= limit) this.#close('success', undefined);
  }

  interrupt(at: number | undefined): void {
    if (this.#open !== undefined) this.#open.counts ||= this.#translation.gate.isOpen;
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

  /** Whether the turn has an answer and waits for nothing. */
  #mayEnd(): boolean {
    const turn = this.#open;
    return turn !== undefined && turn.responses > 0 && !turn.work.any;
  }

  #isKnown(promptId: string | undefined): boolean {
    if (promptId === undefined) return false;
    return promptId === this.#open?.promptId || promptId === this.#closedPromptId;
  }

  #close(outcome: Outcome, stoppedAt: number | undefined): void {
    const turn = this.#open;
    this.#open = undefined;
    if (turn === undefined) return;
    this.#closedPromptId = turn.promptId;
    if (!turn.owned || !turn.counts || !this.#translation.once.claim('turn-end', turn.uuid)) return;
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

/** Whether the line says nothing of the chain's work: it may stand between the end and its measure. */
function isAside({ kind }: LineContent): boolean {
  return ['other', 'stop-hook', 'turn-over', 'turn-duration'].includes(kind);
}
