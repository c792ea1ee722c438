import type { Outcome } from '@turnscope/core';
import { parseUsage } from '../../transcripts/parse/parse-assistant.ts';
import { initiatorOf } from '../../transcripts/parse/parse-user.ts';
import {
  asAmount,
  asIdentifier,
  asList,
  asObject,
  asText,
  type Raw,
} from '../../transcripts/parse/raw-fields.ts';
import type { ResultMessage } from '../messages.ts';
import type { CumulativeCosts, ModelCost, ResultContent } from './stream-message.ts';

type ResultField = keyof ResultMessage;

/** A person or a program stopped the turn. */
const interruptions: readonly string[] = ['aborted_streaming', 'aborted_tools'];
/** Reasons why a turn ends without having done what was asked, whatever else the message says. */
const failures: readonly string[] = [
  'api_error',
  'blocking_limit',
  'budget_exhausted',
  'image_error',
  'malformed_tool_use_exhausted',
  'max_turns',
  'model_error',
  'prompt_too_long',
  'rapid_refill_breaker',
  'structured_output_retry_exhausted',
  'tool_deferred_unavailable',
  'turn_setup_failed',
];
/** Models that one query uses, with much room. */
const mostModels = 64;

/** A `result` message: the end of a turn, or of a command that Claude Code answered itself. */
export function parseResultMessage(value: unknown): ResultContent | undefined {
  const raw = asObject<ResultField>(value);
  if (raw === undefined) return undefined;
  const outcome = outcomeOf(raw);
  return {
    kind: 'result',
    outcome,
    asked:
      asText(raw.local_command) === undefined && !(raw.num_turns === 0 && outcome === 'success'),
    text: asText(raw.result) ?? asText(asList(raw.errors)[0]),
    errorStatus: asAmount(raw.api_error_status),
    terminalReason: asIdentifier(raw.terminal_reason),
    durationMs: asAmount(raw.duration_ms),
    tokens: parseUsage(raw.usage).tokens,
    initiator: raw.origin === undefined ? undefined : initiatorOf(raw.origin),
    costs: costsOf(raw),
  };
}

/** `subtype` alone says little: it is `success` after errors of the API, too. */
function outcomeOf(raw: Raw<ResultField>): Outcome {
  const reason = asText(raw.terminal_reason) ?? '';
  if (interruptions.includes(reason)) return 'interrupted';
  const isError = raw.is_error === true || asAmount(raw.api_error_status) !== undefined;
  const saysError = asText(raw.subtype)?.startsWith('error') ?? false;
  return isError || saysError || failures.includes(reason) ? 'error' : 'success';
}

function costsOf(raw: Raw<ResultField>): CumulativeCosts {
  const byModel: ModelCost[] = [];
  for (const [name, value] of Object.entries(asObject(raw.modelUsage) ?? {}).slice(0, mostModels)) {
    const model = asIdentifier(name);
    const usd = asAmount(asObject<'costUSD'>(value)?.costUSD);
    if (model !== undefined && usd !== undefined) byModel.push({ model, usd });
  }
  return { total: asAmount(raw.total_cost_usd), byModel };
}
