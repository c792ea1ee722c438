import type { Outcome } from '@turnscope/core';
import type { ResponseLine, ResponseTokens } from '../../transcripts/parse/transcript-line.ts';
import { measuredSeconds } from './measured-seconds.ts';
import type { Sighting, WorkLabels } from './stream-translation.ts';
import { largerTokens } from './token-growth.ts';

/** When and how a response began. */
export interface ResponseStart extends Pick<Sighting, 'conversationId'>, WorkLabels {
  readonly chain: string;
  /** When its request was made; undefined where nothing tells. */
  readonly requestedAt: number | undefined;
  /** It comes in pieces, so that its end will be told. */
  readonly inPieces: boolean;
}

/** A response that may go on. MUTABLE: what its messages said so far. */
export class OpenResponse {
  readonly id: string;
  readonly start: ResponseStart;
  firstTokenSeconds: number | undefined;
  aborted = false;
  #tokens: ResponseTokens;
  #contextTokens: number | undefined;
  #finished = false;
  #lastAt: number;

  constructor(line: ResponseLine, start: ResponseStart, at: number) {
    this.id = line.id;
    this.start = start;
    this.#tokens = line.tokens;
    this.#lastAt = at;
    this.add(line, at);
  }

  get tokens(): ResponseTokens {
    return this.#tokens;
  }

  get contextTokens(): number | undefined {
    return this.#contextTokens;
  }

  /** Some message carried a stop reason, so that the output count is the real one. */
  get finished(): boolean {
    return this.#finished;
  }

  get lastAt(): number {
    return this.#lastAt;
  }

  get durationSeconds(): number | undefined {
    return measuredSeconds(this.start.requestedAt, this.#lastAt);
  }

  /** A further message of it, or what its end says. */
  add(
    {
      tokens,
      contextTokens,
      finished,
    }: Pick<ResponseLine, 'tokens' | 'contextTokens' | 'finished'>,
    at: number,
  ): void {
    this.#tokens = largerTokens(this.#tokens, tokens);
    this.#contextTokens = contextTokens ?? this.#contextTokens;
    this.#finished ||= finished;
    this.#lastAt = at;
  }

  /** A piece of the answer came; `seconds` as the agent measured it, if it did. */
  token(seconds: number | undefined, at: number): void {
    this.firstTokenSeconds ??= seconds ?? measuredSeconds(this.start.requestedAt, at);
    this.#lastAt = at;
  }

  /** How it ended, if what it belongs to ended as `cut`. */
  outcome(cut: Outcome): Outcome {
    if (this.aborted) return 'interrupted';
    return this.start.inPieces && !this.#finished ? cut : 'success';
  }
}
