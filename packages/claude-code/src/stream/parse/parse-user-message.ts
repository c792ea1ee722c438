import { parseUserContent } from '../../transcripts/parse/parse-user.ts';
import { asObject } from '../../transcripts/parse/raw-fields.ts';
import type { UserMessage } from '../messages.ts';
import type { StreamContent } from './stream-message.ts';

const other: StreamContent = { kind: 'other' };
const interrupt: StreamContent = { kind: 'interrupt' };

/** A `user` message: a prompt, results of tools, an interrupt, or something injected. */
export function parseUserMessage(value: unknown): StreamContent | undefined {
  const raw = asObject<keyof UserMessage>(value);
  const message = asObject<'content'>(raw?.message);
  if (raw === undefined || message === undefined) return undefined;
  const content = parseUserContent(message.content, {
    injected: raw.isSynthetic === true,
    origin: raw.origin,
    promptId: undefined,
    toolUseResult: raw.tool_use_result,
    toolDenialKind: undefined,
  });
  switch (content.kind) {
    case 'prompt':
      return { kind: 'prompt', initiator: content.initiator };
    case 'tool-results':
      return content;
    case 'interrupt':
      return interrupt;
    default:
      return other;
  }
}
