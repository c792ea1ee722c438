import type { Outcome, SourceSink } from '@turnscope/core';
import type { ToolUse } from '../../transcripts/parse/transcript-line.ts';
import { ToolCalls } from '../../transcripts/translate/tool-calls.ts';
import { parseMessage } from '../parse/parse-message.ts';
import type {
  ResponseBeginContent,
  ResponseContent,
  StreamContent,
  ToolResultsContent,
} from '../parse/stream-message.ts';
import { MainChain } from './main-chain.ts';
import { measuredSeconds } from './measured-seconds.ts';
import type { StreamOptions } from './stream-options.ts';
import { mainChain, StreamResponses } from './stream-responses.ts';
import { StreamTranslation } from './stream-translation.ts';

/**
 * Turns the messages of one stream, in their order, into events for `sink`. MUTABLE: what is open in
 * the stream, all of it bounded. Times are arrivals, in epoch milliseconds: the caller states them, and
 * what a message says of its own time is not looked at. Throws only what the sink or a message throws.
 */
export class StreamTranslator {
  readonly #sink: SourceSink;
  readonly #translation: StreamTranslation;
  readonly #responses: StreamResponses;
  readonly #tools: ToolCalls;
  readonly #main: MainChain;

  constructor(sink: SourceSink, options: StreamOptions = {}) {
    this.#sink = sink;
    const translation = new StreamTranslation(sink, options);
    this.#translation = translation;
    this.#responses = new StreamResponses(translation, {
      counted: (response) => this.#main.counted(response, translation.now),
      grew: (response, outputTokens) => this.#main.grew(response, outputTokens),
    });
    const { record, namedMcpTools } = translation;
    this.#tools = new ToolCalls({ record, namedMcpTools, once: { claim: () => true } });
    this.#main = new MainChain(translation, this.#responses, options.resumed ?? false);
  }

  /** A turn is open: the agent works. */
  get isWorking(): boolean {
    return this.#main.isWorking;
  }

  /** Of the latest message that named a session; before, what the options say. */
  get conversationId(): string {
    return this.#translation.conversationId;
  }

  /**
   * Takes the stream's next message, which came at `at`, and answers what it says; undefined, after
   * counting it, when it cannot be understood.
   */
  translate(value: unknown, at: number): StreamContent | undefined {
    const { message, problem } = parseMessage(value);
    if (message === undefined) {
      this.#sink.parseError(problem);
      return undefined;
    }
    this.#translation.enter(at, message.sessionId);
    const chain = message.parent ?? mainChain;
    this.#takeAny(message.content, chain, at);
    if (chain === mainChain) this.#main.take(message.content, at);
    return message.content;
  }

  /** A prompt was sent to the agent. Not needed where only its answers are seen: a turn then begins with them. */
  prompt(at: number): void {
    this.#translation.enter(at);
    this.#main.prompt('user', at);
  }

  /**
   * No message will come any more, for the process is gone or nobody reads on. An open turn ends as
   * `outcome`; without one it has failed if it had begun to answer, else it was none. Another process
   * may go on with the conversation afterwards.
   */
  end(at: number, outcome?: Outcome): void {
    this.#translation.enter(at);
    this.#responses.completeAll(outcome ?? 'error');
    this.#main.end(outcome, at);
  }

  /** What a message of any chain can say. */
  #takeAny(content: StreamContent, chain: string, at: number): void {
    switch (content.kind) {
      case 'token':
        this.#responses.open(chain)?.token(content.firstTokenSeconds, at);
        break;
      case 'response-end':
        this.#responses.open(chain)?.add(content, at);
        break;
      case 'response-stop':
        this.#responses.complete(chain, 'success');
        break;
      case 'response':
      case 'response-begin':
        this.#respond(content, chain, at);
        break;
      case 'tool-results':
        this.#answerTools(content, chain, at);
        break;
      case 'prompt':
        this.#responses.requested(chain, at);
        break;
      case 'give-up':
        this.#giveUp(chain, at);
        break;
    }
  }

  #respond(content: ResponseContent | ResponseBeginContent, chain: string, at: number): void {
    const { response } = content;
    const isMain = chain === mainChain;
    if (isMain) this.#main.heard(at);
    const inPieces = content.kind === 'response-begin';
    const isNew = this.#responses.add(response, chain, at, inPieces);
    const labels = this.#translation.labelsOf(isMain, response.model);
    if (isNew && isMain) this.#main.respond(response.id, labels, at);
    this.#useTools(response.toolUses, labels.processType, at);
    const open = this.#responses.open(chain);
    if (open?.id !== response.id) return;
    if (content.kind === 'response') open.aborted ||= content.aborted;
    else open.firstTokenSeconds = content.firstTokenSeconds;
  }

  #useTools(uses: readonly ToolUse[], processType: string, at: number): void {
    const { conversationId } = this.#translation;
    this.#tools.begin(uses, { at, conversationId, processType });
  }

  /** A subagent whose call is answered has answered. */
  #answerTools({ results }: ToolResultsContent, chain: string, at: number): void {
    if (chain === mainChain) this.#main.heard(at);
    for (const { toolUseId } of results) {
      this.#responses.complete(toolUseId, 'success');
      this.#responses.rest(toolUseId);
    }
    this.#tools.finish(results, at);
    this.#responses.requested(chain, at);
  }

  #giveUp(chain: string, at: number): void {
    const isMain = chain === mainChain;
    if (isMain) this.#main.heard(at);
    const hadBegun = this.#responses.open(chain)?.outcome('error') === 'error';
    this.#responses.complete(chain, 'error');
    if (hadBegun) return;
    const { before, conversationId, record } = this.#translation;
    const labels = isMain ? before : this.#translation.labelsOf(false, undefined);
    const durationSeconds = measuredSeconds(this.#responses.requestedAt(chain), at);
    const event = { at, conversationId, ...labels, durationSeconds };
    record({ type: 'response', outcome: 'error', ...event });
    if (isMain) this.#main.fail(labels, at);
  }
}
