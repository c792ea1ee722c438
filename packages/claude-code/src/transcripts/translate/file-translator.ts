import type { TranscriptFile } from '../locate/transcript-file.ts';
import type {
  EmbeddedResponseContent,
  ResponseLine,
  RetryContent,
  TranscriptLine,
} from '../parse/transcript-line.ts';
import { elapsedSeconds } from './elapsed.ts';
import { chainOf, LinePlacer, ownChain, type PlacedLine } from './line-placer.ts';
import { OwnChain } from './own-chain.ts';
import { ResponseGroups } from './response-groups.ts';
import { ToolCalls } from './tool-calls.ts';
import { attributed, type FileTranslation, type ResponseLabels } from './translation.ts';

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

  constructor(file: TranscriptFile, fileTranslation: FileTranslation) {
    const translation = attributed(fileTranslation, () => this.#own.before?.model);
    this.#placer = new LinePlacer(file);
    this.#translation = translation;
    this.#own = new OwnChain(file.role, translation);
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
    if (placed.own) this.#takeOwn(line, placed);
    this.#takeAny(line, placed);
    if (placed.own) this.#own.heard(placed);
  }

  /** Nothing came into the file for so long: what waits only for that ends. */
  quiet(seconds: number): void {
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

  /** End of input: everything that is open ends. */
  end(): void {
    this.#groups.completeAll();
    this.#own.end();
  }

  /** The times of lines tell of silence too; a further line of a message tells that it was none. */
  #fallQuiet({ content }: TranscriptLine, placed: PlacedLine): void {
    const { silenceSeconds } = placed;
    const { turnSeconds, saidSeconds } = this.#translation.quiet;
    if (silenceSeconds < saidSeconds) return;
    const goesOn =
      content.kind === 'response' && this.#groups.isOpen(chainOf(placed), content.response.id);
    if (silenceSeconds >= turnSeconds || !goesOn) this.quiet(silenceSeconds);
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
    const { envelope, own, conversationId, requestedAt, seenAt } = placed;
    const processType = this.#processType(placed, line.model);
    if (own) this.#own.respond(line.id, placed, { processType, model: line.model });
    const attribution = this.#translation.attribution?.of(line.model);
    const context = { conversationId, processType, at: envelope.at, ...attribution };
    const chain = chainOf(placed);
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
      processType: this.#processType({ ...placed, role: 'subagent' }, line.model),
      ...this.#translation.attribution?.of(line.model),
      at,
      seenAt: at ?? placed.seenAt,
      requestedAt: undefined,
      measurable: false,
    });
  }

  #giveUp(placed: PlacedLine): void {
    const { envelope, own, conversationId, seenAt, requestedAt } = placed;
    this.#groups.complete(chainOf(placed));
    const labels = this.#labelsBefore(placed);
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
    const { processType } = this.#labelsBefore(placed);
    this.#translation.record({ type: 'retry', at: seenAt, conversationId, processType, reason });
  }

  /** What failed has the labels of the response before it in its chain. */
  #labelsBefore(placed: PlacedLine): ResponseLabels {
    if (placed.own && this.#own.before !== undefined) return this.#own.before;
    const isMain = placed.role === 'main';
    const { unknownType } = this.#translation;
    const processType = isMain ? unknownType : this.#processType(placed, undefined);
    return { processType, model: undefined };
  }

  #processType({ role, envelope }: PlacedLine, model: string | undefined): string {
    const { entrypoint, folder } = envelope;
    return this.#translation.processTypeOf({ role, model, entrypoint, folder });
  }
}
