import { asIdentifier, asObject, type Raw } from '../../transcripts/parse/raw-fields.ts';
import type { InitMessage, PartialMessage } from '../messages.ts';
import { parseAssistantMessage } from './parse-assistant-message.ts';
import { parsePartialMessage } from './parse-partial-message.ts';
import { parseResultMessage } from './parse-result-message.ts';
import { parseSystemMessage } from './parse-system-message.ts';
import { parseUserMessage } from './parse-user-message.ts';
import type { StreamContent, StreamMessage } from './stream-message.ts';

/** Why a message could not be understood. Few fixed words: they become a label. */
type MessageProblem = 'not_an_object' | 'missing_field';

/** What a value of a stream turned out to be. */
export type ParsedMessage =
  | { readonly message: StreamMessage; readonly problem?: undefined }
  | { readonly problem: MessageProblem; readonly message?: undefined };

type EnvelopeField = keyof InitMessage | keyof PartialMessage;

const reset: StreamContent = { kind: 'reset' };
const other: StreamContent = { kind: 'other' };

/**
 * Understands one message of a stream. Never throws on what JSON can hold and requires no field: an
 * object of an unknown type is `other`, one that should be understood and is not is a problem.
 */
export function parseMessage(value: unknown): ParsedMessage {
  const raw = asObject<EnvelopeField>(value);
  if (raw === undefined) return { problem: 'not_an_object' };
  if (typeof raw.type !== 'string') return { problem: 'missing_field' };
  const content = parseContent(raw.type, raw);
  if (content === undefined) return { problem: 'missing_field' };
  const sessionId = asIdentifier(raw.session_id);
  return { message: { sessionId, parent: asIdentifier(raw.parent_tool_use_id), content } };
}

/** Undefined when the type is known and its message lacks what it must have. */
function parseContent(type: string, raw: Raw<never>): StreamContent | undefined {
  switch (type) {
    case 'stream_event':
      return parsePartialMessage(raw);
    case 'assistant':
      return parseAssistantMessage(raw);
    case 'user':
      return parseUserMessage(raw);
    case 'system':
      return parseSystemMessage(raw);
    case 'result':
      return parseResultMessage(raw);
    case 'conversation_reset':
      return reset;
    default:
      return other;
  }
}
