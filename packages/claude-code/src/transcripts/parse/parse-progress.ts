import { parseResponseOf } from './parse-assistant.ts';
import { asIdentifier, asObject, asText, asTime, type Raw } from './raw-fields.ts';
import type { LineContent } from './transcript-line.ts';

type ProgressField = 'data' | 'parentToolUseID' | 'timestamp';
type DataField = 'type' | 'hookName' | 'message' | 'agentId';
type InnerField = 'type' | 'timestamp';

const sessionStart = 'SessionStart:';
const stop = 'Stop';
const other: LineContent = { kind: 'other' };

/**
 * A `progress` line (2.1.12 to 2.1.63): useless but for session starts, hooks at the end of a turn
 * and what subagents answered.
 */
export function parseProgress(value: unknown): LineContent {
  const raw = asObject<ProgressField>(value);
  const data = asObject<DataField>(raw?.data);
  if (raw === undefined || data === undefined) return other;
  if (data.type === 'hook_progress') return parseHook(data);
  return data.type === 'agent_progress' ? parseEmbedded(raw, data) : other;
}

function parseHook(data: Raw<DataField>): LineContent {
  const name = asText(data.hookName) ?? '';
  if (name === stop || name.startsWith(`${stop}:`)) return { kind: 'stop-hook' };
  if (!name.startsWith(sessionStart)) return other;
  return { kind: 'session-start', source: name.slice(sessionStart.length) };
}

function parseEmbedded(raw: Raw<ProgressField>, data: Raw<DataField>): LineContent {
  const inner = asObject<InnerField>(data.message);
  const response = inner?.type === 'assistant' ? parseResponseOf(inner) : undefined;
  if (response === undefined) return other;
  return {
    kind: 'embedded-response',
    response,
    agent: asIdentifier(data.agentId) ?? asIdentifier(raw.parentToolUseID) ?? '',
    at: asTime(inner?.timestamp) ?? asTime(raw.timestamp),
  };
}
