import type { ContentBlock } from '../content-block.ts';
import type { Conversation } from '../conversation.ts';
import type { DemoTokens, LedgerNote } from '../ledger.ts';
import { drawInteger, drawLogNormal } from '../random/draw.ts';
import { drawApiId } from '../random/identifier.ts';
import type { DueLine, LineFields } from '../transcript.ts';

export interface Answer {
  /** At least one; the last tells why the response stopped. */
  readonly blocks: readonly ContentBlock[];
  /** What the response's last line makes true. */
  readonly notesAtEnd?: readonly LedgerNote[];
}

/**
 * Sends the context and writes the answer as it streams in: a line for each block, the usage
 * repeated on each, the output growing, the stop reason on the last.
 */
export function* playRequest(conversation: Conversation, answer: Answer): Generator<DueLine> {
  const { random, profile } = conversation;
  const sentAt = conversation.at;
  const response = drawResponse(conversation, answer.blocks);
  const latency = drawLogNormal(random, profile.latency);
  let written = 0;
  for (const [index, block] of answer.blocks.entries()) {
    const share = (index + 1) / answer.blocks.length;
    const streamed = streamingStart + (1 - streamingStart) * share;
    conversation.at = sentAt + Math.round(latency * streamed);
    const part = { block, output: outputAt(response, share), isLast: share === 1 };
    const notes: readonly LedgerNote[] =
      index === 0
        ? openingNotes(conversation, response, part.output)
        : [{ kind: 'more-output', tokens: part.output - written }];
    written = part.output;
    yield conversation.transcript.line(conversation.at, responseFields(response, part), [
      ...notes,
      ...(part.isLast ? (answer.notesAtEnd ?? []) : []),
    ]);
  }
  conversation.cachedTokens = conversation.contextTokens;
  conversation.contextTokens += response.tokens.output;
}

interface Response {
  readonly id: string;
  readonly requestId: string;
  readonly model: string;
  readonly stopReason: 'tool_use' | 'end_turn';
  readonly tokens: DemoTokens;
}

/** The share of the latency after which an answer begins to stream. */
const streamingStart = 0.6;

function drawResponse(conversation: Conversation, blocks: readonly ContentBlock[]): Response {
  const { random, profile, contextTokens, cachedTokens } = conversation;
  const input = drawInteger(random, 1, 8);
  const cacheRead = Math.min(cachedTokens, contextTokens - input);
  return {
    id: drawApiId(random, 'msg_01'),
    requestId: drawApiId(random, 'req_01'),
    model: profile.model,
    stopReason: blocks.some((block) => block.type === 'tool_use') ? 'tool_use' : 'end_turn',
    tokens: {
      input,
      output: drawLogNormal(random, profile.outputTokens),
      cacheRead,
      cacheCreation: contextTokens - input - cacheRead,
    },
  };
}

/** The output so far; never 0, as a stream that has begun counts one token. */
function outputAt({ tokens }: Response, share: number): number {
  return Math.max(1, Math.floor(tokens.output * share));
}

function openingNotes(
  conversation: Conversation,
  response: Response,
  output: number,
): LedgerNote[] {
  const tokens = { ...response.tokens, output };
  const waiting = conversation.notesForNextResponse;
  conversation.notesForNextResponse = [];
  return [...waiting, { kind: 'response', outcome: 'success', tokens }];
}

interface Part {
  readonly block: ContentBlock;
  /** Output tokens up to and with this block. */
  readonly output: number;
  readonly isLast: boolean;
}

function responseFields(response: Response, part: Part): LineFields {
  const { id, requestId, model, tokens } = response;
  return {
    type: 'assistant',
    requestId,
    message: {
      model,
      id,
      type: 'message',
      role: 'assistant',
      content: [part.block],
      stop_reason: part.isLast ? response.stopReason : null,
      stop_sequence: null,
      usage: {
        input_tokens: tokens.input,
        cache_creation_input_tokens: tokens.cacheCreation,
        cache_read_input_tokens: tokens.cacheRead,
        cache_creation: {
          ephemeral_5m_input_tokens: tokens.cacheCreation,
          ephemeral_1h_input_tokens: 0,
        },
        output_tokens: part.output,
        service_tier: 'standard',
      },
    },
  };
}
