import { asIdentifier, asObject, asText } from '../transcripts/parse/raw-fields.ts';

/** What a manager needs to know of a message from an agent. Everything else is for who measures. */
export type AgentSignal =
  /** It can take a message. */
  | 'ready'
  /** A turn has begun, so the conversation is there. */
  | 'begun'
  /** It will not do what it was asked for. */
  | 'refused'
  | 'result'
  | 'compacted'
  | 'other'
  /** No message of the protocol at all. */
  | 'unreadable';

/** Understands a message as far as a manager must; never throws. `init` begins every turn. */
export function readSignal(message: unknown): AgentSignal {
  const raw = asObject<'type' | 'subtype' | 'response'>(message);
  if (raw === undefined) return 'unreadable';
  switch (raw.type) {
    case 'result':
      return 'result';
    case 'control_response':
      return refusalOf(message) === undefined ? 'ready' : 'refused';
    case 'system':
      if (raw.subtype === 'init') return 'begun';
      return raw.subtype === 'compact_boundary' ? 'compacted' : 'other';
    default:
      return 'other';
  }
}

/** Why an agent refuses what it was asked for, in its words; undefined where it does not. */
export function refusalOf(message: unknown): string | undefined {
  const raw = asObject<'subtype' | 'error'>(asObject<'response'>(message)?.response);
  return raw?.subtype === 'error' ? (asText(raw.error) ?? 'no reason given') : undefined;
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
