/**
 * Messages of the Agent SDK's `query()` and lines of `--output-format stream-json`, as far as they are
 * read. The shapes are our own: whatever fits them is a message, and a test holds them against the
 * types that the SDK publishes. A message may lack any field and carry any other.
 */
export type AgentMessage =
  | InitMessage
  | AssistantMessage
  | UserMessage
  | PartialMessage
  | CompactBoundaryMessage
  | StatusMessage
  | RetryMessage
  | ResetMessage
  | ResultMessage
  | OtherMessage;

/** A message of any other type: it passes, and says nothing for a metric. */
export interface OtherMessage {
  readonly type: string;
}

/** What every message says of where it belongs. */
interface InSession {
  readonly session_id?: string;
}

/** Whose chain a message stands in: a subagent's where the tool call that started it is named. */
interface InChain extends InSession {
  readonly parent_tool_use_id: string | null;
}

/** Begins each turn. */
export interface InitMessage extends InSession {
  readonly type: 'system';
  readonly subtype: 'init';
  readonly cwd: string;
  readonly model: string;
}

/** One content block of a response; several share the message's id. */
export interface AssistantMessage extends InChain {
  readonly type: 'assistant';
  readonly message: ModelMessage;
  readonly error?: string;
  readonly request_id?: string;
  readonly uuid?: string;
  /** Cut before the stream of the response had ended. */
  readonly aborted?: boolean;
}

/** The model's answer, as its API gives it. */
export interface ModelMessage {
  readonly id: string;
  readonly model: string;
  readonly content: readonly unknown[];
  readonly stop_reason: string | null;
  readonly usage: object;
}

/** A prompt, or the results of tools. */
export interface UserMessage extends InChain {
  readonly type: 'user';
  readonly message: { readonly content: string | readonly unknown[] };
  /** Written by Claude Code in the user's name. */
  readonly isSynthetic?: boolean;
  readonly origin?: { readonly kind: string };
  readonly tool_use_result?: unknown;
}

/** A piece of a response that is being made (`includePartialMessages`). */
export interface PartialMessage extends InChain {
  readonly type: 'stream_event';
  readonly event: { readonly type: string };
  /** The agent's own measure of the time from request to first token. */
  readonly ttft_ms?: number;
}

export interface CompactBoundaryMessage extends InSession {
  readonly type: 'system';
  readonly subtype: 'compact_boundary';
  readonly compact_metadata: {
    readonly trigger: 'manual' | 'auto';
    readonly pre_tokens: number;
    readonly duration_ms?: number;
  };
}

export interface StatusMessage extends InSession {
  readonly type: 'system';
  readonly subtype: 'status';
  readonly status: string | null;
  readonly compact_result?: 'success' | 'failed';
}

/** An attempt at a request that failed and is made again. */
export interface RetryMessage extends InSession {
  readonly type: 'system';
  readonly subtype: 'api_retry';
  /** Null where no answer came. */
  readonly error_status: number | null;
  readonly error: string;
  readonly no_response?: object;
}

/** The conversation was cleared; another one goes on in the same stream. */
export interface ResetMessage extends InSession {
  readonly type: 'conversation_reset';
}

/** The end of a turn. */
export interface ResultMessage extends InSession {
  readonly type: 'result';
  readonly subtype: string;
  /** The word on success: `subtype` is `success` after errors of the API, too. */
  readonly is_error: boolean;
  readonly duration_ms: number;
  /** Counts messages of the user, not requests. */
  readonly num_turns: number;
  readonly result?: string;
  readonly errors?: readonly string[];
  readonly api_error_status?: number | null;
  readonly terminal_reason?: string;
  /** A command that Claude Code answered itself, such as `/compact`: no turn. */
  readonly local_command?: string;
  /** Cumulative over the query, as `modelUsage` is. */
  readonly total_cost_usd: number;
  /** Of the main loop in this turn. */
  readonly usage: object;
  readonly modelUsage: Readonly<Record<string, { readonly costUSD: number }>>;
  readonly origin?: { readonly kind: string };
}
