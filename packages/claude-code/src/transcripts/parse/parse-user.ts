import type { Initiator, Outcome } from '@turnscope/core';
import { localCommandContent } from './local-command.ts';
import { asIdentifier, asList, asObject, asText, type Raw } from './raw-fields.ts';
import type {
  BareContent,
  LineContent,
  LocalCommandContent,
  PromptContent,
  ToolResult,
  ToolResultsContent,
} from './transcript-line.ts';

type UserField =
  | 'message'
  | 'isMeta'
  | 'isCompactSummary'
  | 'origin'
  | 'promptId'
  | 'toolUseResult'
  | 'toolDenialKind';
type BlockField = 'type' | 'text' | 'content' | 'tool_use_id' | 'is_error';

/** Who, other than a person, writes user lines that set the agent to work. */
const taskOrigins: readonly string[] = ['task-notification', 'coordinator', 'peer'];
const interruptStart = '[Request interrupted by user';
const taskStart = '<task-notification>';
const rejectionStarts = ["The user doesn't want to", 'User rejected tool use', interruptStart];

/** What the content of a user message can be. */
type UserContent = PromptContent | ToolResultsContent | LocalCommandContent | BareContent;

const activity: BareContent = { kind: 'activity' };
const interrupt: BareContent = { kind: 'interrupt' };

/** What stands beside the content of a user message and says how it is meant. */
export interface UserMarks {
  /** Not the user's words, but Claude Code's in the user's name. */
  readonly injected: boolean;
  readonly origin: unknown;
  readonly promptId: unknown;
  readonly toolUseResult: unknown;
  readonly toolDenialKind: unknown;
}

/** A `user` line: prompt, tool output, interrupt, local command or something injected. */
export function parseUser(value: unknown): LineContent | undefined {
  const raw = asObject<UserField>(value);
  const message = asObject<'content'>(raw?.message);
  if (raw === undefined || message === undefined) return undefined;
  return parseUserContent(message.content, {
    injected: raw.isMeta === true || raw.isCompactSummary === true,
    origin: raw.origin,
    promptId: raw.promptId,
    toolUseResult: raw.toolUseResult,
    toolDenialKind: raw.toolDenialKind,
  });
}

/** The content of a user message: a text or a list of blocks. */
export function parseUserContent(content: unknown, marks: UserMarks): UserContent {
  if (typeof content === 'string') return parseText(content, marks);
  const blocks = asList(content).flatMap((block) => asObject<BlockField>(block) ?? []);
  if (blocks.some((block) => block.type === 'tool_result')) return parseResults(blocks, marks);
  if (blocks.length === 0) return activity;
  return parseText(firstText(blocks), marks);
}

/** Who started what an `origin` tells of. */
export function initiatorOf(origin: unknown): Initiator {
  const kind = asText(asObject<'kind'>(origin)?.kind) ?? '';
  return taskOrigins.includes(kind) ? 'task' : 'user';
}

function parseText(text: string, marks: UserMarks): UserContent {
  if (marks.injected) return activity;
  if (text.startsWith(interruptStart)) return interrupt;
  return localCommandContent(text) ?? promptContent(text, marks);
}

function promptContent(text: string, { origin, promptId }: UserMarks): PromptContent {
  const initiator = text.startsWith(taskStart) ? 'task' : initiatorOf(origin);
  return { kind: 'prompt', initiator, promptId: asIdentifier(promptId) };
}

function parseResults(blocks: readonly Raw<BlockField>[], marks: UserMarks): ToolResultsContent {
  const results: ToolResult[] = [];
  for (const block of blocks) {
    const toolUseId = asIdentifier(block.tool_use_id);
    if (block.type !== 'tool_result' || toolUseId === undefined) continue;
    results.push({ toolUseId, outcome: resultOutcome(block, marks) });
  }
  return { kind: 'tool-results', results };
}

function resultOutcome(block: Raw<BlockField>, marks: UserMarks): Outcome {
  if (wasStopped(block, marks)) return 'interrupted';
  return block.is_error === true ? 'error' : 'success';
}

/** A tool that a person refused or stopped also carries `is_error`; only its words tell the difference. */
function wasStopped(block: Raw<BlockField>, { toolUseResult, toolDenialKind }: UserMarks): boolean {
  if (toolDenialKind === 'user-rejected') return true;
  if (asObject<'interrupted'>(toolUseResult)?.interrupted === true) return true;
  if (block.is_error !== true) return false;
  const said = [asText(toolUseResult) ?? '', resultText(block.content)];
  return rejectionStarts.some((start) => said.some((text) => text.startsWith(start)));
}

function resultText(content: unknown): string {
  if (typeof content === 'string') return content;
  return firstText(asList(content).flatMap((block) => asObject<BlockField>(block) ?? []));
}

function firstText(blocks: readonly Raw<BlockField>[]): string {
  return asText(blocks.find((block) => block.type === 'text')?.text) ?? '';
}
