import type {
  CompactionTrigger,
  ExitReason,
  Initiator,
  Outcome,
  ProcessStartKind,
  RetryReason,
} from './closed-sets.ts';

/** What an event is attributed to: values of the monitor's own labels, by name. */
export type EventLabels = Readonly<Record<string, string>>;

/** Times in epoch milliseconds. */
interface Happening {
  /** When the event happened. Without it the monitor asks its clock. */
  readonly at?: number | undefined;
  /**
   * When it could first be known, where that was later: a turn that ended by silence, say. Default
   * `at`. What could be known long ago is history: it counts, but no window and no alert takes it.
   */
  readonly knownAt?: number | undefined;
  /** A value that is absent, or that the monitor does not list, is `other`; an unknown name is refused. */
  readonly labels?: EventLabels | undefined;
}

/** What an event belongs to. A process type that is absent becomes `unknown`. */
interface InConversation extends Happening {
  readonly conversationId: string;
  /** Of the trace it belongs to; shown in exemplars, where they are kept. At most 256 characters. */
  readonly traceId?: string | undefined;
  readonly processType?: string | undefined;
}

interface OfProcess extends Happening {
  readonly processType?: string | undefined;
}

/** Tokens of one response, as the model's provider bills them: `input` excludes what the cache held. */
export interface TokenCounts {
  readonly input?: number | undefined;
  readonly output?: number | undefined;
  readonly cacheRead?: number | undefined;
  readonly cacheCreation?: number | undefined;
}

/** What can be measured of one response. Everything is optional: only what was measured is observed. */
interface ResponseMeasures {
  readonly model?: string | undefined;
  /** From the request to the last of the answer, in seconds. */
  readonly durationSeconds?: number | undefined;
  readonly timeToFirstTokenSeconds?: number | undefined;
  /** Size of the context that was sent, in tokens. */
  readonly contextTokens?: number | undefined;
  readonly tokens?: TokenCounts | undefined;
  /** Cost in US dollars, where a source reports it. */
  readonly costUsd?: number | undefined;
  /** True when the output token count is a placeholder of the agent's, not a measurement. */
  readonly untrustedOutput?: boolean | undefined;
}

/** A prompt and everything the agent did until it had answered; recorded when it has ended. */
export interface TurnEvent extends InConversation {
  readonly type: 'turn';
  /** Model of the turn's last response. */
  readonly model?: string | undefined;
  /** Default `user`. */
  readonly initiator?: Initiator | undefined;
  readonly outcome: Outcome;
  /** Wall time from prompt to answer, in seconds; it contains waiting for people. */
  readonly durationSeconds?: number | undefined;
  /** The same without waiting for people, where the source tells. */
  readonly activeDurationSeconds?: number | undefined;
  /** Number of responses in the turn. */
  readonly responses?: number | undefined;
}

/** One answer of the model to one request. */
export interface ResponseEvent extends InConversation, ResponseMeasures {
  readonly type: 'response';
  readonly outcome: Outcome;
}

/**
 * What became known of a response after it was counted: more tokens, its duration. Adds to the
 * same series as the response of the same process type, model and outcome, and counts none.
 */
export interface ResponseUpdateEvent extends InConversation, ResponseMeasures {
  readonly type: 'response-update';
  readonly outcome: Outcome;
}

/** A turn that is exactly one response: the simple case of a chat. */
export interface ExchangeEvent extends InConversation, ResponseMeasures {
  readonly type: 'exchange';
  readonly outcome: Outcome;
}

/** One attempt at a request that failed and was made again. */
export interface RetryEvent extends InConversation {
  readonly type: 'retry';
  readonly reason: RetryReason;
}

/** One execution of a tool inside a turn. */
export interface ToolCallEvent extends InConversation {
  readonly type: 'tool-call';
  /** The tool's name, of a bounded set: a server's tools are one name (`mcp`), never their arguments. */
  readonly tool: string;
  readonly outcome: Outcome;
  readonly durationSeconds?: number | undefined;
}

/** The conversation's context replaced by a shorter one. */
export interface CompactionEvent extends InConversation {
  readonly type: 'compaction';
  /** Default `auto`. */
  readonly trigger?: CompactionTrigger | undefined;
  readonly outcome: Outcome;
  readonly tokensBefore?: number | undefined;
  readonly tokensAfter?: number | undefined;
  readonly durationSeconds?: number | undefined;
  /** Whether what mattered survived, where somebody checked. */
  readonly preserved?: boolean | undefined;
  /** Responses since the conversation's previous compaction; absent for its first. */
  readonly responsesSincePrevious?: number | undefined;
}

/** A process started. A user's resume is a start of kind `resume`, never a restart. */
export interface ProcessStartEvent extends OfProcess {
  readonly type: 'process-start';
  readonly kind: ProcessStartKind;
  readonly startupSeconds?: number | undefined;
}

/** A process ended. */
export interface ProcessExitEvent extends OfProcess {
  readonly type: 'process-exit';
  readonly reason: ExitReason;
}

/** A supervisor restarted a process, or tried to. */
export interface RestartEvent extends OfProcess {
  readonly type: 'restart';
  readonly reason: ExitReason;
  readonly outcome: Outcome;
}

/** A conversation began. A turn of an unknown conversation begins it too. Its labels stay those of its beginning. */
export interface ConversationStartEvent extends InConversation {
  readonly type: 'conversation-start';
}

/** A conversation is over: its number of turns is observed. */
export interface ConversationEndEvent extends Happening {
  readonly type: 'conversation-end';
  readonly conversationId: string;
}

/** Everything an agent can tell us. */
export type AgentEvent =
  | TurnEvent
  | ResponseEvent
  | ResponseUpdateEvent
  | ExchangeEvent
  | RetryEvent
  | ToolCallEvent
  | CompactionEvent
  | ProcessStartEvent
  | ProcessExitEvent
  | RestartEvent
  | ConversationStartEvent
  | ConversationEndEvent;

export type EventType = AgentEvent['type'];

/** An event of one type as its `record…` method takes it: without the tag that the method implies. */
export type EventInput<Type extends EventType> = Omit<Extract<AgentEvent, { type: Type }>, 'type'>;
