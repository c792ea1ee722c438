import {
  type MessageField,
  parseResponse,
  syntheticModel,
} from '../../transcripts/parse/parse-assistant.ts';
import {
  asIdentifier,
  asList,
  asObject,
  asText,
  type Raw,
} from '../../transcripts/parse/raw-fields.ts';
import type { AssistantMessage } from '../messages.ts';
import type { StreamContent } from './stream-message.ts';

/** `is_api_error_message` and `local_command_run` are written, but not among the SDK's published fields. */
type AssistantField = keyof AssistantMessage | 'is_api_error_message' | 'local_command_run';

const apiErrorStart = 'API Error';
const giveUp: StreamContent = { kind: 'give-up' };
const other: StreamContent = { kind: 'other' };

/** An `assistant` message: a block of a response, a give-up, or words of Claude Code itself. */
export function parseAssistantMessage(value: unknown): StreamContent | undefined {
  const raw = asObject<AssistantField>(value);
  const message = asObject<MessageField>(raw?.message);
  if (raw === undefined || message === undefined) return undefined;
  if (raw.is_api_error_message === true) return giveUp;
  if (message.model === syntheticModel) return isError(raw, message) ? giveUp : other;
  if (raw.local_command_run !== undefined) return other;
  const response = parseResponse(message, asIdentifier(raw.request_id) ?? asIdentifier(raw.uuid));
  return response && { kind: 'response', response, aborted: raw.aborted === true };
}

/** Older versions mark an error by its words alone. */
function isError(raw: Raw<AssistantField>, message: Raw<MessageField>): boolean {
  if (typeof raw.error === 'string') return true;
  const first = asObject<'text'>(asList(message.content)[0]);
  return asText(first?.text)?.startsWith(apiErrorStart) ?? false;
}
