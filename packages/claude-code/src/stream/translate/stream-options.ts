import type { EventLabels } from '@turnscope/core';
import type { LabelRules } from '../../transcripts/translate/label-rules.ts';
import type { ProcessTypeRule } from '../../transcripts/translate/process-type.ts';

/** How a stream's events are named. */
export interface StreamOptions {
  /** Of the agent itself; its subagents are `subagent`. Default: what the rules say, else by the model. */
  readonly processType?: string | undefined;
  /** The user's own names for roles of agents; the first rule that applies wins. */
  readonly processTypeRules?: readonly ProcessTypeRule[] | undefined;
  /** Labels of the user's own, which the monitor must have, for every event. */
  readonly labels?: EventLabels | undefined;
  /** Rules for labels of the user's own, by the folder and the model. Not beside `labels`. */
  readonly labelRules?: LabelRules | undefined;
  /** Full names of MCP tools (`mcp__server__tool`) that are not to be counted as `mcp`. */
  readonly namedMcpTools?: readonly string[] | undefined;
  /** The conversation, until a message names it. Default `unknown`. */
  readonly conversationId?: string | undefined;
  /**
   * The conversation is one of an earlier query (`resume`, `continue`), whose costs the agent goes on
   * adding to: the first total that it states is then where counting costs begins. Default: it is not,
   * unless a message says so.
   */
  readonly resumed?: boolean | undefined;
}
