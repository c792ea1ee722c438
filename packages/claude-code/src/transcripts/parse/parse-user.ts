import type { Outcome } from '@turnscope/core';
import { localCommandContent } from './local-command.ts';
import { asIdentifier, asList, asObject, asText, type Raw } from './raw-fields.ts';
import type { LineContent, PromptContent, ToolResult } from './transcript-line.ts';

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

const activity: LineContent = { kind: 'activity' };
const interrupt: LineContent = { kind: 'interrupt' };

/** A `user` line: prompt, tool output, interrupt, local command or something injected. */
export function parseUser(value: unknown): LineContent | undefined {
  const raw = asObject<UserField>(value);
  const message = asObject<'content'>(raw?.message);
  if (raw === undefined || message === undefined) return undefined;
  if (typeof message.content === 'string') return parseText(message.content, raw);
  const blocks = asList(message.content).flatMap((block) => asObject<BlockField>(block) ?? []);
  if (blocks.some((block) => block.type === 'tool_result')) return parseResults(blocks, raw);
  if (blocks.length === 0) return activity;
  return parseText(firstText(blocks), raw);
}

function parseText(text: string, raw: Raw<UserField>): LineContent {
  if (raw.isMeta === true || raw.isCompactSummary === true) return activity;
  if (text.startsWith(interruptStart)) return interrupt;
  return localCommandContent(text) ?? promptContent(text, raw);
}

function promptContent(text: string, raw: Raw<UserField>): PromptContent {
  const origin = asText(asObject<'kind'>(raw.origin)?.kind) ?? '';
  const byTask = text.startsWith(taskStart) || taskOrigins.includes(origin);
  return {
    kind: 'prompt',
    initiator: byTask ? 'task' : 'user',
    promptId: asIdentifier(raw.promptId),
  };
}

function parseResults(blocks: readonly Raw<BlockField>[], raw: Raw<UserField>): LineContent {
  const results: ToolResult[] = [];
  for (const block of blocks) {
    const toolUseId = asIdentifier(block.tool_use_id);
    if (block.type !== 'tool_result' || toolUseId === undefined) continue;
    results.push({ toolUseId, outcome: resultOutcome(block, raw) });
  }
  return { kind: 'tool-results', results };
}

function resultOutcome(block: Raw<BlockField>, raw: Raw<UserField>): Outcome {
  if (wasStopped(block, raw)) return 'interrupted';
  return block.is_error === true ? 'error' : 'success';
}

/** A tool that a person refused or stopped also carries `is_error`; only its words tell the difference. */
function wasStopped(block: Raw<BlockField>, raw: Raw<UserField>): boolean {
  if (raw.toolDenialKind === 'user-rejected') return true;
  if (asObject<'interrupted'>(raw.toolUseResult)?.interrupted === true) return true;
  if (block.is_error !== true) return false;
  const said = [asText(raw.toolUseResult) ?? '', resultText(block.content)];
  return rejectionStarts.some((start) => said.some((text) => text.startsWith(start)));
}

function resultText(content: unknown): string {
  if (typeof content === 'string') return content;
  return firstText(asList(content).flatMap((block) => asObject<BlockField>(block) ?? []));
}

function firstText(blocks: readonly Raw<BlockField>[]): string {
  return asText(blocks.find((block) => block.type === 'text')?.text) ?? '';
}
