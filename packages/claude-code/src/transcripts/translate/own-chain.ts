import type { FileRole } from '../locate/transcript-file.ts';
import type {
  CompactBoundaryContent,
  PromptContent,
  TranscriptLine,
} from '../parse/transcript-line.ts';
import { Compactions } from './compactions.ts';
import { hashOf } from './hash-text.ts';
import type { PlacedLine } from './line-placer.ts';
import { ProcessStarts } from './process-starts.ts';
import { RecentTimes } from './recent-times.ts';
import type { CompleteGroup } from './response-groups.ts';
import type { ResponseLabels } from './response-labels.ts';
import type { FileTranslation } from './translation.ts';
import { Turns } from './turns.ts';

/** The lines of one response stand closer together than half as many responses. */
const idsRemembered = 1024;
const idsKeptIdle = 8;

/**
 * What a file's own chain of lines tells beside responses and tools: turns, process starts and the
 * start of the conversation in a main transcript, compactions in any. MUTABLE and bounded.
 */
export class OwnChain {
  readonly #translation: FileTranslation;
  readonly #isMain: boolean;
  readonly #turns: Turns;
  readonly #starts: ProcessStarts;
  readonly #compactions: Compactions;
  readonly #ids = new RecentTimes(idsRemembered);
  #before: ResponseLabels | undefined;
  #started = false;

  constructor(role: FileRole, translation: FileTranslation) {
    this.#translation = translation;
    this.#isMain = role === 'main';
    this.#turns = new Turns(translation);
    this.#starts = new ProcessStarts(translation);
    this.#compactions = new Compactions(translation);
  }

  /** The labels of the latest response; undefined before the first. */
  get before(): ResponseLabels | undefined {
    return this.#before;
  }

  /** Looks at any line, before what it says is taken. */
  look(line: TranscriptLine, { seenAt }: PlacedLine): void {
    if (!this.#isMain) return;
    this.#starts.look(line, seenAt);
    this.#turns.look(line.content);
  }

  /** A block of the response `id`, before it is counted. */
  respond(id: string, placed: PlacedLine, labels: ResponseLabels): void {
    const key = hashOf(id);
    const first = !this.#ids.has(key);
    if (first) this.#ids.add(key, undefined);
    this.#before = labels;
    if (first) this.#compactions.respond(id);
    if (!this.#isMain) return;
    this.#turns.respond(placed.envelope.at, labels, first);
    this.#starts.respond(labels.processType);
    if (!this.#started) this.#startConversation(placed, labels.processType);
  }

  giveUp({ envelope }: PlacedLine, labels: ResponseLabels): void {
    this.#turns.respond(envelope.at, labels, true);
    this.#turns.fail();
  }

  prompt({ envelope, conversationId }: PlacedLine, { initiator, promptId }: PromptContent): void {
    const { at, uuid } = envelope;
    if (this.#isMain) this.#turns.begin({ at, uuid, promptId, initiator, conversationId });
  }

  interrupt({ envelope }: PlacedLine): void {
    this.#turns.interrupt(envelope.at);
  }

  /** The file says that the turn is over. */
  turnOver(): void {
    this.#turns.over();
  }

  measureActive(seconds: number): void {
    this.#turns.measureActive(seconds);
  }

  compact({ envelope, conversationId }: PlacedLine, content: CompactBoundaryContent): void {
    const { at, uuid } = envelope;
    const processType = this.#before?.processType;
    const attribution = this.#translation.attribution?.of(this.#before?.model);
    const boundary = { ...content, at, uuid, conversationId, processType };
    this.#compactions.begin({ ...boundary, ...attribution });
  }

  compactCommand({ envelope }: PlacedLine): void {
    this.#compactions.command(envelope.at);
  }

  requestComplete(response: CompleteGroup): void {
    this.#compactions.requestComplete(response);
  }

  /** The user or the assistant was heard, after what the line says was taken. */
  heard({ envelope }: PlacedLine): void {
    if (envelope.author !== 'program') this.#compactions.activity(envelope.at);
  }

  /** Whether no turn is open. */
  get isIdle(): boolean {
    return this.#turns.isIdle;
  }

  /** Nothing came into the file for so long. */
  quiet(seconds: number): void {
    this.#turns.quiet(seconds);
  }

  settle(): void {
    this.#ids.keepLatest(idsKeptIdle);
  }

  end(): void {
    this.#turns.end();
    this.#compactions.end();
    this.#starts.end();
  }

  /** With the first response of a session that no other file holds: a fork is one, a saved copy is not. */
  #startConversation({ envelope, conversationId, seenAt }: PlacedLine, processType: string): void {
    const session = envelope.sessionId ?? conversationId;
    this.#started = this.#translation.once.claim('conversation', session);
    if (!this.#started) return;
    this.#translation.record({
      type: 'conversation-start',
      at: seenAt,
      conversationId,
      processType,
    });
  }
}
