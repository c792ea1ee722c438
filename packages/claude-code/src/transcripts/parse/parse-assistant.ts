import { asAmount, asIdentifier, asList, asObject, asText, type Raw } from './raw-fields.ts';
import type { LineContent, ResponseLine, ResponseTokens, ToolUse } from './transcript-line.ts';

type AssistantField = 'message' | 'requestId' | 'uuid' | 'isApiErrorMessage';
/** Fields of a message of the model's, as the API answers it. */
export type MessageField = 'id' | 'model' | 'stop_reason' | 'usage' | 'content';
type BlockField = 'type' | 'id' | 'name' | 'text';
type UsageField =
  | 'input_tokens'
  | 'output_tokens'
  | 'cache_read_input_tokens'
  | 'cache_creation_input_tokens'
  | 'iterations';

/** Claude Code's own words in an assistant's place: no request was answered. */
export const syntheticModel = '<synthetic>';
const resumeFillerStart = 'No response requested.';

/** An `assistant` line: a block of a response, a give-up, or words of Claude Code itself. */
export function parseAssistant(value: unknown): LineContent | undefined {
  const raw = asObject<AssistantField>(value);
  const message = asObject<MessageField>(raw?.message);
  if (raw === undefined || message === undefined) return undefined;
  if (raw.isApiErrorMessage === true) return { kind: 'give-up' };
  if (message.model === syntheticModel) return { kind: syntheticKind(message) };
  const response = parseResponse(message, asIdentifier(raw.requestId) ?? asIdentifier(raw.uuid));
  return response && { kind: 'response', response };
}

/** The block of a response that an object with a `message` carries; undefined when it is none, or has no id. */
export function parseResponseOf(value: unknown): ResponseLine | undefined {
  const content = parseAssistant(value);
  return content?.kind === 'response' ? content.response : undefined;
}

function syntheticKind(message: Raw<MessageField>): 'resume-filler' | 'other' {
  const first = asObject<BlockField>(asList(message.content)[0]);
  return asText(first?.text)?.startsWith(resumeFillerStart) ? 'resume-filler' : 'other';
}

/** A block of a response; `otherId` tells it where the message has no id. Undefined without any. */
export function parseResponse(
  message: Raw<MessageField>,
  otherId: string | undefined,
): ResponseLine | undefined {
  const id = asIdentifier(message.id) ?? otherId;
  if (id === undefined) return undefined;
  return {
    id,
    model: asIdentifier(message.model),
    ...parseUsage(message.usage),
    finished: typeof message.stop_reason === 'string',
    endsTurn: message.stop_reason === 'end_turn',
    toolUses: toolUsesOf(message.content),
  };
}

/** What a usage says of the request it belongs to. */
export function parseUsage(value: unknown): Pick<ResponseLine, 'tokens' | 'contextTokens'> {
  const usage = asObject<UsageField>(value);
  return { tokens: tokensOf(usage), contextTokens: contextOf(usage) };
}

function tokensOf(usage: Raw<UsageField> | undefined): ResponseTokens {
  return {
    input: asAmount(usage?.input_tokens) ?? 0,
    output: asAmount(usage?.output_tokens) ?? 0,
    cacheRead: asAmount(usage?.cache_read_input_tokens) ?? 0,
    cacheCreation: asAmount(usage?.cache_creation_input_tokens) ?? 0,
  };
}

/**
 * A request that ran in several iterations reports their sum; its context is that of the last. No
 * request has an empty context: 0 is a line that does not state it.
 */
function contextOf(usage: Raw<UsageField> | undefined): number | undefined {
  const iterations = asList(usage?.iterations);
  const last = iterations.length > 1 ? asObject<UsageField>(iterations.at(-1)) : undefined;
  const { input, cacheRead, cacheCreation } = tokensOf(last ?? usage);
  const context = input + cacheRead + cacheCreation;
  return context > 0 ? context : undefined;
}

function toolUsesOf(content: unknown): readonly ToolUse[] {
  const uses: ToolUse[] = [];
  for (const value of asList(content)) {
    const block = asObject<BlockField>(value);
    const id = asIdentifier(block?.id);
    const tool = asIdentifier(block?.name);
    if (block?.type !== 'tool_use' || id === undefined || tool === undefined) continue;
    uses.push({ id, tool });
  }
  return uses;
}
