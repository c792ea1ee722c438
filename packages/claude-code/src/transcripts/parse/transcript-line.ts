import type { CompactionTrigger, Initiator, Outcome, RetryReason } from '@turnscope/core';

/** One line of a transcript as far as it is understood: what every line may say, and what this one says. */
export interface TranscriptLine {
  readonly envelope: LineEnvelope;
  readonly content: LineContent;
}

/** What any line may say of itself. Nothing is required: versions differ. */
export interface LineEnvelope {
  /** Epoch milliseconds. Not monotonic in the order of the file. */
  readonly at: number | undefined;
  readonly uuid: string | undefined;
  readonly parentUuid: string | undefined;
  readonly sessionId: string | undefined;
  readonly agentId: string | undefined;
  /** Version of the Claude Code that wrote the line. */
  readonly version: string | undefined;
  /** How Claude Code was started: `cli`, `sdk-ts`, … */
  readonly entrypoint: string | undefined;
  /** Folder the agent worked in. */
  readonly folder: string | undefined;
  /** Written by a subagent inside somebody else's file. */
  readonly sidechain: boolean;
  readonly author: LineAuthor;
  /** Stood behind another object on the same line: the process before it died while writing. */
  readonly glued: boolean;
}

/**
 * Who wrote a line: the user's side (prompts and tool output: what a request's latency is measured
 * from), the assistant's, Claude Code in the user's name (`isMeta`), or the program for itself.
 */
export type LineAuthor = 'user' | 'assistant' | 'injected' | 'program';

/** What a line says, only as finely as the translation needs it. */
export type LineContent =
  | PromptContent
  | ToolResultsContent
  | ResponseContent
  | EmbeddedResponseContent
  | RetryContent
  | CompactBoundaryContent
  | TurnDurationContent
  | SessionStartContent
  | LocalCommandContent
  | BareContent;

/**
 * Lines that say nothing but that they are there. `activity` is any other `user` or `assistant`
 * line; `stop-hook` says that a hook at the end of a turn runs, `turn-over` that all have; `other`
 * is known to be useless, or of a type that is unknown by design.
 */
export interface BareContent {
  readonly kind:
    | 'interrupt'
    | 'give-up'
    | 'resume-filler'
    | 'local-output'
    | 'stop-hook'
    | 'turn-over'
    | 'activity'
    | 'other';
}

/** A person's prompt, or a notification that set the agent to work. */
export interface PromptContent {
  readonly kind: 'prompt';
  readonly initiator: Initiator;
  /** The same on all lines of one turn, where the version writes it. */
  readonly promptId: string | undefined;
}

export interface ToolResultsContent {
  readonly kind: 'tool-results';
  readonly results: readonly ToolResult[];
}

export interface ToolResult {
  readonly toolUseId: string;
  readonly outcome: Outcome;
}

/** One content block of a model's answer. An answer of several blocks is several lines with one id. */
interface ResponseContent {
  readonly kind: 'response';
  readonly response: ResponseLine;
}

/** A subagent's block, reported inside a progress line of the file of the agent that started it. */
export interface EmbeddedResponseContent {
  readonly kind: 'embedded-response';
  readonly response: ResponseLine;
  /** Which of the running subagents. */
  readonly agent: string;
  readonly at: number | undefined;
}

export interface ResponseLine {
  /** The message's id; where that is missing the request's, else the line's. */
  readonly id: string;
  readonly model: string | undefined;
  readonly tokens: ResponseTokens;
  /** Size of the context that was sent. Absent when the line does not state it. */
  readonly contextTokens: number | undefined;
  /** True when the line carries a stop reason: only then is some line's output count the real one. */
  readonly finished: boolean;
  /** True when that reason is `end_turn`: the agent has nothing more to do. */
  readonly endsTurn: boolean;
  readonly toolUses: readonly ToolUse[];
}

export interface ResponseTokens {
  readonly input: number;
  readonly output: number;
  readonly cacheRead: number;
  readonly cacheCreation: number;
}

export interface ToolUse {
  readonly id: string;
  readonly tool: string;
}

/** One failed attempt at a request, before another or before giving up. */
export interface RetryContent {
  readonly kind: 'retry';
  readonly reason: RetryReason;
}

export interface CompactBoundaryContent {
  readonly kind: 'compact-boundary';
  readonly trigger: CompactionTrigger;
  readonly tokensBefore: number | undefined;
  readonly durationMs: number | undefined;
}

interface TurnDurationContent {
  readonly kind: 'turn-duration';
  readonly durationMs: number;
}

/** A SessionStart hook ran: `startup`, `resume`, `clear`, `compact`. */
interface SessionStartContent {
  readonly kind: 'session-start';
  readonly source: string;
}

/** A slash command that Claude Code answers itself, such as `/compact`. */
export interface LocalCommandContent {
  readonly kind: 'local-command';
  readonly name: string;
}
