import { checkLabels, noLabels } from './check-labels.ts';
import {
  type Checked,
  checkAmount,
  checkFlag,
  checkId,
  checkLabel,
  checkOutcome,
  checkRequiredWord,
} from './checks.ts';
import { retryReasons } from './closed-sets.ts';
import type { EventInput, TokenCounts } from './event.ts';
import { type Fields, isObject, notAnObject, type Parsed } from './parsed.ts';

export function parseResponse(
  input: unknown,
  labelNames: readonly string[] = noLabels,
): Parsed<'response'> {
  if (!isObject(input)) return notAnObject('response', input);
  return checkResponse(input, labelNames) ?? (input as EventInput<'response'>);
}

export function parseResponseUpdate(
  input: unknown,
  labelNames: readonly string[] = noLabels,
): Parsed<'response-update'> {
  if (!isObject(input)) return notAnObject('response', input);
  return checkResponse(input, labelNames) ?? (input as EventInput<'response-update'>);
}

export function parseExchange(
  input: unknown,
  labelNames: readonly string[] = noLabels,
): Parsed<'exchange'> {
  if (!isObject(input)) return notAnObject('exchange', input);
  return checkResponse(input, labelNames) ?? (input as EventInput<'exchange'>);
}

export function parseRetry(
  input: unknown,
  labelNames: readonly string[] = noLabels,
): Parsed<'retry'> {
  if (!isObject(input)) return notAnObject('retry', input);
  const retry: Fields<'retry'> = input;
  return (
    checkId('retry.conversationId', retry.conversationId) ??
    checkRequiredWord('retry.reason', retry.reason, retryReasons) ??
    checkAmount('retry.at', retry.at) ??
    checkAmount('retry.knownAt', retry.knownAt) ??
    checkLabel('retry.traceId', retry.traceId) ??
    checkLabel('retry.processType', retry.processType) ??
    checkLabels('retry.labels', retry.labels, labelNames) ??
    (input as EventInput<'retry'>)
  );
}

function checkResponse(response: Fields<'response'>, labelNames: readonly string[]): Checked {
  return (
    checkId('response.conversationId', response.conversationId) ??
    checkOutcome('response.outcome', response.outcome) ??
    checkAmount('response.at', response.at) ??
    checkAmount('response.knownAt', response.knownAt) ??
    checkLabel('response.traceId', response.traceId) ??
    checkLabel('response.processType', response.processType) ??
    checkLabel('response.model', response.model) ??
    checkAmount('response.durationSeconds', response.durationSeconds) ??
    checkAmount('response.timeToFirstTokenSeconds', response.timeToFirstTokenSeconds) ??
    checkAmount('response.contextTokens', response.contextTokens) ??
    checkTokens(response.tokens) ??
    checkAmount('response.costUsd', response.costUsd) ??
    checkFlag('response.untrustedOutput', response.untrustedOutput) ??
    checkLabels('response.labels', response.labels, labelNames)
  );
}

function checkTokens(input: unknown): Checked {
  if (input === undefined) return undefined;
  if (!isObject(input)) return notAnObject('response.tokens', input);
  const tokens: { readonly [Key in keyof TokenCounts]?: unknown } = input;
  return (
    checkAmount('response.tokens.input', tokens.input) ??
    checkAmount('response.tokens.output', tokens.output) ??
    checkAmount('response.tokens.cacheRead', tokens.cacheRead) ??
    checkAmount('response.tokens.cacheCreation', tokens.cacheCreation)
  );
}
