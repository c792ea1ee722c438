import { checkLabels, noLabels } from './check-labels.ts';
import { checkAmount, checkId, checkLabel } from './checks.ts';
import type { EventInput } from './event.ts';
import { type Fields, isObject, notAnObject, type Parsed } from './parsed.ts';

export function parseConversationStart(
  input: unknown,
  labelNames: readonly string[] = noLabels,
): Parsed<'conversation-start'> {
  if (!isObject(input)) return notAnObject('conversation', input);
  const start: Fields<'conversation-start'> = input;
  return (
    checkId('conversation.conversationId', start.conversationId) ??
    checkAmount('conversation.at', start.at) ??
    checkAmount('conversation.knownAt', start.knownAt) ??
    checkLabel('conversation.traceId', start.traceId) ??
    checkLabel('conversation.processType', start.processType) ??
    checkLabels('conversation.labels', start.labels, labelNames) ??
    (input as EventInput<'conversation-start'>)
  );
}

export function parseConversationEnd(
  input: unknown,
  labelNames: readonly string[] = noLabels,
): Parsed<'conversation-end'> {
  if (!isObject(input)) return notAnObject('conversation', input);
  const end: Fields<'conversation-end'> = input;
  return (
    checkId('conversation.conversationId', end.conversationId) ??
    checkAmount('conversation.at', end.at) ??
    checkAmount('conversation.knownAt', end.knownAt) ??
    checkLabels('conversation.labels', end.labels, labelNames) ??
    (input as EventInput<'conversation-end'>)
  );
}
