import type { Initiator } from '@turnscope/core';
import { initiatorOf } from '../transcripts/parse/parse-user.ts';
import {
  asAmount,
  asIdentifier,
  asList,
  asObject,
  asText,
} from '../transcripts/parse/raw-fields.ts';

/** Tokens of all responses of a turn's main chain. */
export interface AnswerUsage {
  readonly input: number;
  readonly output: number;
  readonly cacheRead: number;
  readonly cacheCreation: number;
}

/** What an agent answered to a message. */
export interface Answer {
  readonly text: string;
  /** Of the conversation that the answer belongs to; `send` takes it to go on there. */
  readonly conversationId: string | undefined;
  readonly usage: AnswerUsage;
  /** From the hand-over to the process to the answer, in seconds; the time in the queue is not in it. */
  readonly durationSeconds: number;
  /** Id of the process that answered. */
  readonly process: string;
  readonly processType: string;
  /** Turns of the process since its conversation began or was last compacted, restarts in between or not. */
  readonly turns: number;
  /** The turn limit of the process type is reached: send `/compact`, or begin anew. */
  readonly compactionDue: boolean;
  /** True when the message was given to a process before that died, see `inFlight`. */
  readonly retried: boolean;
}

/** The end of a turn as stream-json says it. */
export interface TurnResult {
  readonly isError: boolean;
  readonly text: string;
  readonly conversationId: string | undefined;
  readonly usage: AnswerUsage;
  readonly apiStatus: number | undefined;
  /** Why it ended, in the agent's words. */
  readonly terminalReason: string | undefined;
  readonly initiator: Initiator;
  /** Of the messages that the turn was about; older agents name none. */
  readonly messageUuids: readonly string[];
}

type UsageField =
  | 'input_tokens'
  | 'output_tokens'
  | 'cache_read_input_tokens'
  | 'cache_creation_input_tokens';

/** Understands a message of type `result`; requires nothing. `subtype` alone says too little: it may be `success` with an error. */
export function readResult(message: unknown): TurnResult {
  const raw = asObject<
    | 'subtype'
    | 'is_error'
    | 'result'
    | 'errors'
    | 'session_id'
    | 'usage'
    | 'api_error_status'
    | 'terminal_reason'
    | 'origin'
    | 'user_message_uuid'
    | 'user_message_uuids'
  >(message);
  const errors = textsOf(raw?.errors);
  const asked = textsOf(raw?.user_message_uuids);
  return {
    isError: raw?.is_error === true || asText(raw?.subtype)?.startsWith('error') === true,
    text: asText(raw?.result) ?? errors.join('; '),
    conversationId: asIdentifier(raw?.session_id),
    usage: readUsage(raw?.usage),
    apiStatus: asAmount(raw?.api_error_status),
    terminalReason: asIdentifier(raw?.terminal_reason) ?? asIdentifier(raw?.subtype),
    initiator: initiatorOf(raw?.origin),
    messageUuids: asked.length > 0 ? asked : textsOf([raw?.user_message_uuid]),
  };
}

/**
 * Whether the turn was about a message that was sent with `uuid`. An agent begins turns by itself, when a
 * task in the background has ended, and may be in one when it is given a message.
 */
export function isAbout({ messageUuids, initiator }: TurnResult, uuid: string): boolean {
  return messageUuids.length > 0 ? messageUuids.includes(uuid) : initiator === 'user';
}

function textsOf(list: unknown): readonly string[] {
  return asList(list)
    .map(asText)
    .filter((text) => text !== undefined);
}

function readUsage(usage: unknown): AnswerUsage {
  const raw = asObject<UsageField>(usage);
  return {
    input: asAmount(raw?.input_tokens) ?? 0,
    output: asAmount(raw?.output_tokens) ?? 0,
    cacheRead: asAmount(raw?.cache_read_input_tokens) ?? 0,
    cacheCreation: asAmount(raw?.cache_creation_input_tokens) ?? 0,
  };
}
