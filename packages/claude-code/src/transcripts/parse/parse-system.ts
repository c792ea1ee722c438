import type { RetryReason } from '@turnscope/core';
import { localCommandContent } from './local-command.ts';
import { asAmount, asObject, asText, type Raw } from './raw-fields.ts';
import type { LineContent } from './transcript-line.ts';

type SystemField = 'subtype' | 'content' | 'compactMetadata' | 'durationMs' | 'error';
type CompactField = 'trigger' | 'preTokens' | 'durationMs';
type ErrorField = 'status' | 'connection' | 'isNetworkDown' | 'noResponse';

const other: LineContent = { kind: 'other' };

/** A `system` line. Subtypes that say nothing for a metric, microcompaction among them, are `other`. */
export function parseSystem(value: unknown): LineContent | undefined {
  const raw = asObject<SystemField>(value);
  switch (raw?.subtype) {
    case 'compact_boundary':
      return parseBoundary(raw);
    case 'turn_duration':
      return parseTurnDuration(raw);
    case 'stop_hook_summary':
      return { kind: 'turn-over' };
    case 'api_error':
      return { kind: 'retry', reason: retryReason(asObject<ErrorField>(raw.error)) };
    case 'local_command':
      return localCommandContent(asText(raw.content) ?? '') ?? other;
    default:
      return other;
  }
}

function parseBoundary(raw: Raw<SystemField>): LineContent {
  const metadata = asObject<CompactField>(raw.compactMetadata);
  return {
    kind: 'compact-boundary',
    trigger: metadata?.trigger === 'manual' ? 'manual' : 'auto',
    tokensBefore: asAmount(metadata?.preTokens),
    durationMs: asAmount(metadata?.durationMs),
  };
}

function parseTurnDuration(raw: Raw<SystemField>): LineContent | undefined {
  const durationMs = asAmount(raw.durationMs);
  return durationMs === undefined ? undefined : { kind: 'turn-duration', durationMs };
}

/** Both shapes of `error`: up to 2.1.50 with a status and headers, later with `connection` beside the status. */
function retryReason(error: Raw<ErrorField> | undefined): RetryReason {
  const status = asAmount(error?.status);
  if (status === 529) return 'overloaded';
  if (status === 429) return 'rate_limit';
  if (status !== undefined) return status >= 500 && status < 600 ? 'server_error' : 'unknown';
  const noAnswer = asObject(error?.connection) ?? asObject(error?.noResponse);
  return error?.isNetworkDown === true || noAnswer !== undefined ? 'connection' : 'unknown';
}
