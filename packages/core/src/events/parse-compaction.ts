import { checkLabels, noLabels } from './check-labels.ts';
import { checkAmount, checkFlag, checkId, checkLabel, checkOutcome, checkWord } from './checks.ts';
import { compactionTriggers } from './closed-sets.ts';
import type { EventInput } from './event.ts';
import { type Fields, isObject, notAnObject, type Parsed } from './parsed.ts';

export function parseCompaction(
  input: unknown,
  labelNames: readonly string[] = noLabels,
): Parsed<'compaction'> {
  if (!isObject(input)) return notAnObject('compaction', input);
  const compaction: Fields<'compaction'> = input;
  return (
    checkId('compaction.conversationId', compaction.conversationId) ??
    checkOutcome('compaction.outcome', compaction.outcome) ??
    checkAmount('compaction.at', compaction.at) ??
    checkAmount('compaction.knownAt', compaction.knownAt) ??
    checkLabel('compaction.traceId', compaction.traceId) ??
    checkLabel('compaction.processType', compaction.processType) ??
    checkWord('compaction.trigger', compaction.trigger, compactionTriggers) ??
    checkAmount('compaction.tokensBefore', compaction.tokensBefore) ??
    checkAmount('compaction.tokensAfter', compaction.tokensAfter) ??
    checkAmount('compaction.durationSeconds', compaction.durationSeconds) ??
    checkFlag('compaction.preserved', compaction.preserved) ??
    checkAmount('compaction.responsesSincePrevious', compaction.responsesSincePrevious) ??
    checkLabels('compaction.labels', compaction.labels, labelNames) ??
    (input as EventInput<'compaction'>)
  );
}
