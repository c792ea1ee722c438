import type { Initiator, Outcome } from '@turnscope/core';
import type {
  CompactBoundaryContent,
  ResponseLine,
  ResponseTokens,
  RetryContent,
  ToolResult,
} from '../../transcripts/parse/transcript-line.ts';

/** A message as far as it is understood: where it belongs, and what it says. */
export interface StreamMessage {
  readonly sessionId: string | undefined;
  /** The tool call that started the subagent it is of; undefined in the main chain. */
  readonly parent: string | undefined;
  readonly content: StreamContent;
}

/** What a message says, only as finely as it is needed. */
export type StreamContent =
  | InitContent
  | ResponseContent
  | ResponseBeginContent
  | ResponseEndContent
  | TokenContent
  | PromptContent
  | ToolResultsContent
  | RetryContent
  | CompactBoundaryContent
  | ResultContent
  | { readonly kind: BareKind };

/**
 * Messages that say nothing but that they are there. `response-stop`: the response has ended;
 * `give-up`: a request failed for good; `compacting`, `compaction-failed`: a compaction runs, or came
 * to nothing; `resumed`: the conversation is one of an earlier process; `reset`: another conversation
 * goes on; `other`: says nothing for a metric.
 */
type BareKind =
  | 'response-stop'
  | 'give-up'
  | 'interrupt'
  | 'compacting'
  | 'compaction-failed'
  | 'resumed'
  | 'reset'
  | 'other';

/** A turn begins. */
export interface InitContent {
  readonly kind: 'init';
  readonly model: string | undefined;
  /** Where the agent works. */
  readonly folder: string | undefined;
}

/** One content block of a response. */
export interface ResponseContent {
  readonly kind: 'response';
  readonly response: ResponseLine;
  /** Cut before it had ended. */
  readonly aborted: boolean;
}

/** A response begins to come in pieces. */
export interface ResponseBeginContent {
  readonly kind: 'response-begin';
  readonly response: ResponseLine;
  readonly firstTokenSeconds: number | undefined;
}

/** A piece of the response that began last in its chain. */
interface TokenContent {
  readonly kind: 'token';
  /** As the agent measured it, where it says so. */
  readonly firstTokenSeconds: number | undefined;
}

/** What the response that began last in its chain cost in all. */
interface ResponseEndContent {
  readonly kind: 'response-end';
  readonly tokens: ResponseTokens;
  readonly contextTokens: number | undefined;
  readonly finished: boolean;
}

interface PromptContent {
  readonly kind: 'prompt';
  readonly initiator: Initiator;
}

export interface ToolResultsContent {
  readonly kind: 'tool-results';
  readonly results: readonly ToolResult[];
}

/** The end of a turn, or of a command that Claude Code answered itself. */
export interface ResultContent {
  readonly kind: 'result';
  readonly outcome: Outcome;
  /** False where Claude Code answered a command such as `/compact` itself. */
  readonly asked: boolean;
  /** The final answer; of a failed turn what went wrong, where it says. */
  readonly text: string | undefined;
  /** HTTP status of the request that failed for good. */
  readonly errorStatus: number | undefined;
  readonly terminalReason: string | undefined;
  /** Wall time of the turn as the agent measured it; 0 where it measured nothing. */
  readonly durationMs: number | undefined;
  /** Of the main chain in this turn; all 0 where the agent does not know. */
  readonly tokens: ResponseTokens;
  /** Undefined where the message does not say. */
  readonly initiator: Initiator | undefined;
  readonly costs: CumulativeCosts;
}

/** Costs in US dollars since the query began, or the conversation where it was resumed. */
export interface CumulativeCosts {
  readonly total: number | undefined;
  readonly byModel: readonly ModelCost[];
}

export interface ModelCost {
  readonly model: string;
  readonly usd: number;
}
