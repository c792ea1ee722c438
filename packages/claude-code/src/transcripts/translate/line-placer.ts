import { basename } from 'node:path';
import type { FileRole, TranscriptFile } from '../locate/transcript-file.ts';
import type { LineEnvelope } from '../parse/transcript-line.ts';
import { Ancestry } from './ancestry.ts';
import { elapsedSeconds, later } from './elapsed.ts';

/** The chain of a file's own lines. */
export const ownChain = 'own';

/** Where in a file's conversation a line stands. */
export interface PlacedLine {
  readonly envelope: LineEnvelope;
  /** Of the file's own chain; false for a subagent's line inside a main transcript. */
  readonly own: boolean;
  /** Lines of one chain follow each other: the file's own, or those of a subagent. */
  readonly chain: string;
  readonly role: FileRole;
  readonly conversationId: string;
  /** The line's time, else the last one that the file stated: for events, never for durations. */
  readonly seenAt: number | undefined;
  /** When the user's side last spoke above it. */
  readonly requestedAt: number | undefined;
  /** How long nothing had been written when the line was, by the times of the lines; 0 where they do not tell. */
  readonly silenceSeconds: number;
  /** The latest time that the lines before it state. */
  readonly heardBeforeAt: number | undefined;
}

/** Places the lines of one file, in their order. MUTABLE and bounded. */
export class LinePlacer {
  readonly #file: TranscriptFile;
  readonly #ancestry = new Ancestry();
  #conversationId: string | undefined;
  #lastTime: number | undefined;
  #latestTime: number | undefined;

  constructor(file: TranscriptFile) {
    this.#file = file;
    this.#conversationId = file.conversationId;
  }

  /** Undefined for a line that stands twice, as happens near a crash: the second says nothing new. */
  place(envelope: LineEnvelope): PlacedLine | undefined {
    const requestedAt = this.#ancestry.add(envelope);
    if (requestedAt === 'known') return undefined;
    this.#lastTime = envelope.at ?? this.#lastTime;
    const heardBeforeAt = this.#latestTime;
    this.#latestTime = later(this.#latestTime, envelope.at);
    this.#conversationId ??= envelope.sessionId;
    const own = this.#file.role !== 'main' || !envelope.sidechain;
    return {
      envelope,
      own,
      chain: own ? ownChain : `sidechain ${envelope.agentId ?? ''}`,
      role: own ? this.#file.role : 'subagent',
      conversationId: this.#conversationId ?? basename(this.#file.path, '.jsonl'),
      seenAt: this.#lastTime,
      requestedAt,
      silenceSeconds: elapsedSeconds(heardBeforeAt, envelope.at) ?? 0,
      heardBeforeAt,
    };
  }

  /** The latest time that the lines so far state. */
  get latestTime(): number | undefined {
    return this.#latestTime;
  }

  settle(): void {
    this.#ancestry.settle();
  }
}
