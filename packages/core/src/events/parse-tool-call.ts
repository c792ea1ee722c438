import { checkLabels, noLabels } from './check-labels.ts';
import { checkAmount, checkId, checkLabel, checkOutcome, checkRequiredLabel } from './checks.ts';
import type { EventInput } from './event.ts';
import { type Fields, isObject, notAnObject, type Parsed } from './parsed.ts';

export function parseToolCall(
  input: unknown,
  labelNames: readonly string[] = noLabels,
): Parsed<'tool-call'> {
  if (!isObject(input)) return notAnObject('toolCall', input);
  const call: Fields<'tool-call'> = input;
  return (
    checkId('toolCall.conversationId', call.conversationId) ??
    checkRequiredLabel('toolCall.tool', call.tool) ??
    checkOutcome('toolCall.outcome', call.outcome) ??
    checkAmount('toolCall.at', call.at) ??
    checkAmount('toolCall.knownAt', call.knownAt) ??
    checkLabel('toolCall.traceId', call.traceId) ??
    checkLabel('toolCall.processType', call.processType) ??
    checkAmount('toolCall.durationSeconds', call.durationSeconds) ??
    checkLabels('toolCall.labels', call.labels, labelNames) ??
    (input as EventInput<'tool-call'>)
  );
}
