import type { RetryReason } from '@turnscope/core';
import {
  asAmount,
  asIdentifier,
  asObject,
  asText,
  type Raw,
} from '../../transcripts/parse/raw-fields.ts';
import type {
  CompactBoundaryMessage,
  InitMessage,
  RetryMessage,
  StatusMessage,
} from '../messages.ts';
import type { StreamContent } from './stream-message.ts';

type SystemField =
  | keyof InitMessage
  | keyof StatusMessage
  | keyof CompactBoundaryMessage
  | keyof RetryMessage
  | 'hook_name';
type CompactField = keyof CompactBoundaryMessage['compact_metadata'];

const compacting: StreamContent = { kind: 'compacting' };
const compactionFailed: StreamContent = { kind: 'compaction-failed' };
const resumed: StreamContent = { kind: 'resumed' };
const other: StreamContent = { kind: 'other' };
const resumeHook = 'SessionStart:resume';
const longestFolder = 4096;

/** A `system` message. Subtypes that say nothing for a metric are `other`. */
export function parseSystemMessage(value: unknown): StreamContent | undefined {
  const raw = asObject<SystemField>(value);
  switch (raw?.subtype) {
    case 'init':
      return { kind: 'init', model: asIdentifier(raw.model), folder: folderOf(raw.cwd) };
    case 'status':
      return parseStatus(raw);
    case 'compact_boundary':
      return parseBoundary(raw);
    case 'api_retry':
      return { kind: 'retry', reason: retryReason(raw) };
    case 'hook_started':
    case 'hook_response':
      return raw.hook_name === resumeHook ? resumed : other;
    default:
      return other;
  }
}

function folderOf(value: unknown): string | undefined {
  const folder = asText(value);
  return folder !== undefined && folder.length <= longestFolder ? folder : undefined;
}

/** That a compaction went well is also told by its boundary, which has its numbers. */
function parseStatus(raw: Raw<SystemField>): StreamContent {
  if (raw.compact_result === 'failed') return compactionFailed;
  return raw.status === 'compacting' ? compacting : other;
}

function parseBoundary(raw: Raw<SystemField>): StreamContent {
  const metadata = asObject<CompactField>(raw.compact_metadata);
  return {
    kind: 'compact-boundary',
    trigger: metadata?.trigger === 'manual' ? 'manual' : 'auto',
    tokensBefore: asAmount(metadata?.pre_tokens),
    durationMs: asAmount(metadata?.duration_ms),
  };
}

/** The words say what the status says; where no answer came there is none. */
function retryReason(raw: Raw<SystemField>): RetryReason {
  const { error } = raw;
  if (error === 'overloaded' || error === 'rate_limit' || error === 'server_error') return error;
  const noAnswer = raw.error_status === null || asObject(raw.no_response) !== undefined;
  return noAnswer ? 'connection' : reasonOfStatus(asAmount(raw.error_status) ?? 0);
}

function reasonOfStatus(status: number): RetryReason {
  if (status === 529) return 'overloaded';
  if (status === 429) return 'rate_limit';
  return status >= 500 && status < 600 ? 'server_error' : 'unknown';
}
