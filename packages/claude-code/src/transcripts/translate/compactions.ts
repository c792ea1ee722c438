import type { CompactBoundaryContent } from '../parse/transcript-line.ts';
import { elapsedSeconds } from './elapsed.ts';
import { type Attribution, attributionOf } from './file-attribution.ts';
import type { CompleteGroup } from './response-groups.ts';
import type { FileTranslation } from './translation.ts';

/** A boundary line and what stood before it; attributed by the response before it. */
export interface Boundary extends CompactBoundaryContent, Attribution {
  readonly at: number | undefined;
  readonly uuid: string | undefined;
  readonly conversationId: string;
  /** Of the response before it; undefined when there was none. */
  readonly processType: string | undefined;
}

/** What it needs of a translation. */
type CompactionTranslation = Pick<FileTranslation, 'record' | 'owner' | 'unknownType'> & {
  readonly once: Pick<FileTranslation['once'], 'own' | 'claim'>;
  readonly gate: Pick<FileTranslation['gate'], 'isOpen'>;
};

interface OpenCompaction extends Boundary {
  /** The file saw the boundary first, so it alone counts the compaction. */
  readonly owned: boolean;
  /** It was written since counting began. */
  readonly counts: boolean;
  readonly responsesSincePrevious: number | undefined;
  /** When the user or the assistant was last heard before the boundary. */
  readonly lastActivityAt: number | undefined;
  /** When the person asked for it. */
  commandAt: number | undefined;
  /** The first response that began behind the boundary. */
  nextResponse: string | undefined;
}

/**
 * The compactions of one chain, a file's own or a stream's main one. MUTABLE: at most one is open. It is recorded when the
 * next request of the chain is complete, whose context is the size after it; without such a request
 * at the next boundary or the end of input, then without that size. `postTokens` is another
 * quantity and never used.
 */
export class Compactions {
  readonly #translation: CompactionTranslation;
  #open: OpenCompaction | undefined;
  #lastActivityAt: number | undefined;
  #responsesSince: number | undefined;

  constructor(translation: CompactionTranslation) {
    this.#translation = translation;
  }

  begin(boundary: Boundary): void {
    this.end();
    this.#open = {
      ...boundary,
      owned: this.#translation.once.own('compaction', boundary.uuid, this.#translation.owner),
      counts: this.#translation.gate.isOpen,
      responsesSincePrevious: this.#responsesSince,
      lastActivityAt: this.#lastActivityAt,
      commandAt: undefined,
      nextResponse: undefined,
    };
    this.#responsesSince = 0;
  }

  /** A person typed `/compact`: written behind the boundary, with the earlier time of typing. */
  command(at: number | undefined): void {
    if (this.#open !== undefined) this.#open.commandAt ??= at;
  }

  /** The user or the assistant was heard. */
  activity(at: number | undefined): void {
    this.#lastActivityAt = at ?? this.#lastActivityAt;
  }

  /** A response of the chain began. */
  respond(id: string): void {
    if (this.#open !== undefined) this.#open.nextResponse ??= id;
    if (this.#responsesSince !== undefined) this.#responsesSince += 1;
  }

  /** A response of the chain is complete. One that began before the boundary says nothing of what is behind it. */
  requestComplete({ id, contextTokens }: CompleteGroup): void {
    if (id === this.#open?.nextResponse) this.#record(contextTokens);
  }

  end(): void {
    this.#record(undefined);
  }

  #record(tokensAfter: number | undefined): void {
    const open = this.#open;
    this.#open = undefined;
    if (!open?.owned || !open.counts || !this.#translation.once.claim('compaction-end', open.uuid))
      return;
    this.#translation.record({
      type: 'compaction',
      at: open.at,
      conversationId: open.conversationId,
      processType: open.processType ?? this.#translation.unknownType,
      ...attributionOf(open),
      trigger: open.trigger,
      outcome: 'success',
      tokensBefore: open.tokensBefore,
      tokensAfter,
      durationSeconds: durationOf(open),
      responsesSincePrevious: open.responsesSincePrevious,
    });
  }
}

/**
 * What the line states; else from the person's command; else, for automatic ones only, from the
 * last activity. A manual one may follow hours of silence, so there the silence says nothing.
 */
function durationOf(open: OpenCompaction): number | undefined {
  if (open.durationMs !== undefined) return open.durationMs / 1000;
  const startedAt = open.trigger === 'manual' ? open.commandAt : open.lastActivityAt;
  return elapsedSeconds(startedAt, open.at);
}
