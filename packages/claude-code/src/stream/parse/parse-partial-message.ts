import { parseResponse, parseUsage } from '../../transcripts/parse/parse-assistant.ts';
import { asAmount, asObject, type Raw } from '../../transcripts/parse/raw-fields.ts';
import type { PartialMessage } from '../messages.ts';
import type { StreamContent } from './stream-message.ts';

type PartialField = keyof PartialMessage;
type EventField = 'type' | 'message' | 'delta' | 'usage';

const other: StreamContent = { kind: 'other' };
const stop: StreamContent = { kind: 'response-stop' };
const token: StreamContent = { kind: 'token', firstTokenSeconds: undefined };

/** A `stream_event`: one event of the model's API while a response is being made. */
export function parsePartialMessage(value: unknown): StreamContent | undefined {
  const raw = asObject<PartialField>(value);
  const event = asObject<EventField>(raw?.event);
  if (raw === undefined || event === undefined) return undefined;
  switch (event.type) {
    case 'content_block_delta':
      return raw.ttft_ms === undefined
        ? token
        : { kind: 'token', firstTokenSeconds: firstTokenSeconds(raw) };
    case 'message_start':
      return parseBegin(raw, event);
    case 'message_delta':
      return parseEnd(event);
    case 'message_stop':
      return stop;
    default:
      return other;
  }
}

function parseBegin(raw: Raw<PartialField>, event: Raw<EventField>): StreamContent | undefined {
  const response = parseResponse(asObject(event.message) ?? {}, undefined);
  return (
    response && { kind: 'response-begin', response, firstTokenSeconds: firstTokenSeconds(raw) }
  );
}

function parseEnd(event: Raw<EventField>): StreamContent {
  const delta = asObject<'stop_reason'>(event.delta);
  const finished = typeof delta?.stop_reason === 'string';
  return { kind: 'response-end', ...parseUsage(event.usage), finished };
}

/** No token comes in no time: 0 was not measured. */
function firstTokenSeconds(raw: Raw<PartialField>): number | undefined {
  const milliseconds = asAmount(raw.ttft_ms) ?? 0;
  return milliseconds > 0 ? milliseconds / 1000 : undefined;
}
