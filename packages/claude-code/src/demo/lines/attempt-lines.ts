import type { Conversation } from '../conversation.ts';
import { overloadText } from '../filler.ts';
import type { LedgerNote } from '../ledger.ts';
import { drawApiId, drawUuid } from '../random/identifier.ts';
import type { DueLine } from '../transcript.ts';

/** How often the demo's agents try a request before they give up. */
export const maxAttempts = 3;

export interface FailedAttempt {
  /** 1 for the first attempt. */
  readonly attempt: number;
  readonly retryInMs: number;
}

/** One attempt at a request that the provider was too busy for. */
export function failedAttemptLine(
  { transcript, at, random }: Conversation,
  { attempt, retryInMs }: FailedAttempt,
): DueLine {
  const error = { type: 'overloaded_error', message: overloadText };
  const requestID = drawApiId(random, 'req_01');
  return transcript.line(
    at,
    {
      type: 'system',
      subtype: 'api_error',
      level: 'error',
      error: { status: 529, headers: {}, requestID, error: { type: 'error', error } },
      retryInMs,
      retryAttempt: attempt,
      maxRetries: maxAttempts,
    },
    [{ kind: 'retry' }],
  );
}

/** The agent's own words when no attempt succeeded: a response of no model, without tokens. */
export function giveUpLine(
  { transcript, at, random }: Conversation,
  notes: readonly LedgerNote[],
): DueLine {
  const message = {
    id: drawUuid(random),
    type: 'message',
    role: 'assistant',
    model: '<synthetic>',
    content: [{ type: 'text', text: `API Error: 529 ${overloadText}` }],
    stop_reason: 'stop_sequence',
    stop_sequence: '',
    usage: {
      input_tokens: 0,
      output_tokens: 0,
      cache_creation_input_tokens: 0,
      cache_read_input_tokens: 0,
    },
  };
  const tokens = { input: 0, output: 0, cacheRead: 0, cacheCreation: 0 };
  return transcript.line(
    at,
    { type: 'assistant', message, error: 'overloaded', isApiErrorMessage: true },
    [{ kind: 'response', outcome: 'error', tokens }, ...notes],
  );
}
