import { checkLabels, noLabels } from './check-labels.ts';
import {
  type Checked,
  checkAmount,
  checkId,
  checkLabel,
  checkOutcome,
  checkWord,
} from './checks.ts';
import { initiators } from './closed-sets.ts';
import type { EventInput } from './event.ts';
import { type Fields, isObject, notAnObject, type Parsed } from './parsed.ts';
import type { EventRejection } from './rejection.ts';

export function parseTurn(
  input: unknown,
  labelNames: readonly string[] = noLabels,
): Parsed<'turn'> {
  if (!isObject(input)) return notAnObject('turn', input);
  const turn: Fields<'turn'> = input;
  return (
    checkTurnStart(turn, labelNames) ??
    checkOutcome('turn.outcome', turn.outcome) ??
    checkAmount('turn.durationSeconds', turn.durationSeconds) ??
    checkAmount('turn.activeDurationSeconds', turn.activeDurationSeconds) ??
    checkAmount('turn.responses', turn.responses) ??
    (input as EventInput<'turn'>)
  );
}

export function parseTurnStart(
  input: unknown,
  labelNames: readonly string[] = noLabels,
): EventRejection | object {
  if (!isObject(input)) return notAnObject('turn', input);
  return checkTurnStart(input, labelNames) ?? input;
}

function checkTurnStart(turn: Fields<'turn'>, labelNames: readonly string[]): Checked {
  return (
    checkId('turn.conversationId', turn.conversationId) ??
    checkAmount('turn.at', turn.at) ??
    checkAmount('turn.knownAt', turn.knownAt) ??
    checkLabel('turn.traceId', turn.traceId) ??
    checkLabel('turn.processType', turn.processType) ??
    checkLabel('turn.model', turn.model) ??
    checkWord('turn.initiator', turn.initiator, initiators) ??
    checkLabels('turn.labels', turn.labels, labelNames)
  );
}
