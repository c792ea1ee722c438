import type { TranscriptFile } from '../locate/transcript-file.ts';
import type {
  EmbeddedResponseContent,
  ResponseLine,
  RetryContent,
  TranscriptLine,
} from '../parse/transcript-line.ts';
import { elapsedSeconds } from './elapsed.ts';
import { LinePlacer, ownChain, type PlacedLine } from './line-placer.ts';
import { OwnChain } from './own-chain.ts';
import { ResponseGroups } from './response-groups.ts';
import { ToolCalls } from './tool-calls.ts';
import { attributed, type FileTranslation } from './translation.ts';
import { WorkLabels } from './work-labels.ts';

/**
 * Turns the lines of one file, in their order, into events. MUTABLE: what is open in the file, all
 * of it bounded. Lines that are copied from another file rebuild that state, but what they say is
 * counted by the file that had them first.
 */
export class FileTranslator {
  readonly #translation: FileTranslation;
  readonly #placer: LinePlacer;
  readonly #own: OwnChain;
  readonly #tools: ToolCalls;
  readonly #groups: ResponseGroups;
  readonly #labels: WorkLabels;

  constructor(file: TranscriptFile, fileTranslation: FileTranslation) {
    const translation = attributed(fileTranslation, () => this.#own.before?.model);
    this.#placer = new LinePlacer(file);
    this.#translation = translation;
    this.#own = new OwnChain(file.role, translation);
    this.#labels = new WorkLabels(translation, this.#own);
    this.#tools = new ToolCalls(translation);
    this.#groups = new ResponseGroups(translation, (group) => {
      if (group.chain === ownChain) this.#own.requestComplete(group);
    });
  }

  /** Takes the file's next line. */
  translate(line: TranscriptLine): void {
    this.#translation.attribution?.look(line.envelope);
    const placed = this.#placer.place(line.envelope);
    if (placed === undefined) return;
    this.#fallQuiet(line, placed);
    this.#translation.moment.knownAt = placed.seenAt;
    if (placed.own) this.#takeOwn(line, placed);
    this.#takeAny(line, placed);
    if (placed.own) this.#own.heard(placed);
  }

  /** The latest time that its lines state. */
  get latestTime(): number | undefined {
    return this.#placer.latestTime;
  }

  /** Nothing came into the file for so long, as is known since `knownAt`: what waits only for that ends. */
  quiet(seconds: number, knownAt: number | undefined): void {
    this.#translation.moment.knownAt = knownAt;
    this.#groups.quiet(seconds);
    this.#own.quiet(seconds);
  }

  /** Whether no turn and no response is open. */
  get isIdle(): boolean {
    return this.#groups.isIdle && this.#own.isIdle;
  }

  /** The file is idle: keeps only what its next lines can need. */
  settle(): void {
    this.#placer.settle();
    this.#own.settle();
  }

  /**
   * Everything that is open ends, as is known since `knownAt`. Without that it is the end of input,
   * which silence would have followed: what that ends is known when it had lasted for long enough.
   */
  end(knownAt?: number): void {
    if (knownAt === undefined) this.#stayQuiet(Number.POSITIVE_INFINITY, this.latestTime);
    this.#translation.moment.knownAt = knownAt;
    this.#groups.completeAll();
    this.#own.end();
  }

  /** The times of lines tell of silence too; a further line of a message tells that it was none. */
  #fallQuiet({ content }: TranscriptLine, placed: PlacedLine): void {
    const { chain, silenceSeconds, heardBeforeAt } = placed;
    const { turnSeconds, saidSeconds } = this.#translation.quiet;
    if (silenceSeconds < saidSeconds) return;
    const goesOn = content.kind === 'response' && this.#groups.isOpen(chain, content.response.id);
    if (silenceSeconds >= turnSeconds || !goesOn) this.#stayQuiet(silenceSeconds, heardBeforeAt);
  }

  /** Silence of so many seconds from `since` on. Each thing ends when it would have while the file was followed. */
  #stayQuiet(seconds: number, since: number | undefined): void {
    const { turnSeconds, saidSeconds } = this.#translation.quiet;
    for (const limit of [saidSeconds, turnSeconds]) {
      if (seconds >= limit) this.quiet(limit, since && since + limit * 1000);
    }
  }

  /** What only the file's own chain can say. */
  #takeOwn(line: TranscriptLine, placed: PlacedLine): void {
    const { content } = line;
    this.#own.look(line, placed);
    switch (content.kind) {
      case 'prompt':
        this.#groups.complete(ownChain);
        this.#own.prompt(placed, content);
        break;
      case 'interrupt':
        this.#groups.complete(ownChain);
        this.#own.interrupt(placed);
        break;
      case 'compact-boundary':
        this.#groups.complete(ownChain);
        this.#own.compact(placed, content);
        break;
      case 'local-command':
        if (content.name === '/compact') this.#own.compactCommand(placed);
        break;
      case 'turn-over':
        this.#own.turnOver();
        break;
      case 'turn-duration':
        this.#own.measureActive(content.durationMs / 1000);
        break;
    }
  }

  /** What a line of any chain can say. */
  #takeAny({ envelope, content }: TranscriptLine, placed: PlacedLine): void {
    switch (content.kind) {
      case 'response':
        this.#respond(content.response, placed);
        break;
      case 'embedded-response':
        this.#respondEmbedded(content, placed);
        break;
      case 'tool-results':
        this.#tools.finish(content.results, envelope.at);
        break;
      case 'give-up':
        this.#giveUp(placed);
        break;
      case 'retry':
        this.#retry(content, placed);
        break;
    }
  }

  #respond(line: ResponseLine, placed: PlacedLine): void {
    const { envelope, own, chain, conversationId, requestedAt, seenAt } = placed;
    const processType = this.#labels.processType(placed, line.model);
    if (own) this.#own.respond(line.id, placed, { processType, model: line.model });
    const attribution = this.#translation.attribution?.of(line.model);
    const context = { conversationId, processType, at: envelope.at, ...attribution };
    this.#groups.add({ ...context, chain, line, seenAt, requestedAt, measurable: true });
    this.#tools.begin(line.toolUses, context);
  }

  /** The report of a subagent's response; its tools are left to the subagent's own file. */
  #respondEmbedded(content: EmbeddedResponseContent, placed: PlacedLine): void {
    const { response: line, agent, at } = content;
    this.#groups.add({
      chain: `embedded ${agent}`,
      line,
      conversationId: placed.conversationId,
      processType: this.#labels.processType({ ...placed, role: 'subagent' }, line.model),
      ...this.#translation.attribution?.of(line.model),
      at,
      seenAt: at ?? placed.seenAt,
      requestedAt: undefined,
      measurable: false,
    });
  }

  #giveUp(placed: PlacedLine): void {
    const { envelope, own, conversationId, seenAt, requestedAt } = placed;
    this.#groups.complete(placed.chain);
    const labels = this.#labels.before(placed);
    if (this.#translation.once.claim('give-up', envelope.uuid)) {
      this.#translation.record({
        type: 'response',
        at: seenAt,
        conversationId,
        ...labels,
        outcome: 'error',
        durationSeconds: elapsedSeconds(requestedAt, envelope.at),
      });
    }
    if (own) this.#own.giveUp(placed, labels);
  }

  #retry({ reason }: RetryContent, placed: PlacedLine): void {
    if (!this.#translation.once.claim('retry', placed.envelope.uuid)) return;
    const { conversationId, seenAt } = placed;
    const { processType } = this.#labels.before(placed);
    this.#translation.record({ type: 'retry', at: seenAt, conversationId, processType, reason });
  }
}
