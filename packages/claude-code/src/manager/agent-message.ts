import { asIdentifier, asObject, asText } from '../transcripts/parse/raw-fields.ts';

/** What a manager needs to know of a message from an agent. Everything else is for who measures. */
export type AgentSignal =
  | { readonly kind: 'ready' }
  | { readonly kind: 'refused'; readonly error: string }
  | { readonly kind: 'result' }
  | { readonly kind: 'compacted' }
  | { readonly kind: 'other' };

const other: AgentSignal = { kind: 'other' };

/** Understands a message as far as a manager must; never throws. `init` begins every turn and shows that the agent lives. */
export function readSignal(message: unknown): AgentSignal {
  const raw = asObject<'type' | 'subtype' | 'response'>(message);
  switch (raw?.type) {
    case 'result':
      return { kind: 'result' };
    case 'control_response':
      return readResponse(raw.response);
    case 'system':
      if (raw.subtype === 'init') return { kind: 'ready' };
      return raw.subtype === 'compact_boundary' ? { kind: 'compacted' } : other;
    default:
      return other;
  }
}

function readResponse(response: unknown): AgentSignal {
  const raw = asObject<'subtype' | 'error'>(response);
  if (raw?.subtype !== 'error') return { kind: 'ready' };
  return { kind: 'refused', error: asText(raw.error) ?? 'no reason given' };
}

/** The conversation that a message belongs to. */
export function conversationOf(message: unknown): string | undefined {
  return asIdentifier(asObject<'session_id'>(message)?.session_id);
}

/** What is written to an agent: one line each. */
export const toAgent = {
  /** Answered as soon as the agent can take a message, which it would otherwise not tell. */
  initialize: line({
    type: 'control_request',
    request_id: 'turnscope-start',
    request: { subtype: 'initialize' },
  }),
  /** Ends the running turn; its result still comes. */
  interrupt: line({
    type: 'control_request',
    request_id: 'turnscope-stop',
    request: { subtype: 'interrupt' },
  }),
  /** `uuid` is named by the result of the turn that is about it. */
  message: (text: string, uuid: string) =>
    line({
      type: 'user',
      uuid,
      message: { role: 'user', content: [{ type: 'text', text }] },
      parent_tool_use_id: null,
    }),
};

function line(message: object): string {
  return `${JSON.stringify(message)}\n`;
}
