import { checkLabels, noLabels } from './check-labels.ts';
import { checkAmount, checkLabel, checkOutcome, checkRequiredWord } from './checks.ts';
import { exitReasons, processStartKinds } from './closed-sets.ts';
import type { EventInput } from './event.ts';
import { type Fields, isObject, notAnObject, type Parsed } from './parsed.ts';

export function parseProcessStart(
  input: unknown,
  labelNames: readonly string[] = noLabels,
): Parsed<'process-start'> {
  if (!isObject(input)) return notAnObject('processStart', input);
  const start: Fields<'process-start'> = input;
  return (
    checkRequiredWord('processStart.kind', start.kind, processStartKinds) ??
    checkAmount('processStart.at', start.at) ??
    checkAmount('processStart.knownAt', start.knownAt) ??
    checkLabel('processStart.processType', start.processType) ??
    checkAmount('processStart.startupSeconds', start.startupSeconds) ??
    checkLabels('processStart.labels', start.labels, labelNames) ??
    (input as EventInput<'process-start'>)
  );
}

export function parseProcessExit(
  input: unknown,
  labelNames: readonly string[] = noLabels,
): Parsed<'process-exit'> {
  if (!isObject(input)) return notAnObject('processExit', input);
  const exit: Fields<'process-exit'> = input;
  return (
    checkRequiredWord('processExit.reason', exit.reason, exitReasons) ??
    checkAmount('processExit.at', exit.at) ??
    checkAmount('processExit.knownAt', exit.knownAt) ??
    checkLabel('processExit.processType', exit.processType) ??
    checkLabels('processExit.labels', exit.labels, labelNames) ??
    (input as EventInput<'process-exit'>)
  );
}

export function parseRestart(
  input: unknown,
  labelNames: readonly string[] = noLabels,
): Parsed<'restart'> {
  if (!isObject(input)) return notAnObject('restart', input);
  const restart: Fields<'restart'> = input;
  return (
    checkRequiredWord('restart.reason', restart.reason, exitReasons) ??
    checkOutcome('restart.outcome', restart.outcome) ??
    checkAmount('restart.at', restart.at) ??
    checkAmount('restart.knownAt', restart.knownAt) ??
    checkLabel('restart.processType', restart.processType) ??
    checkLabels('restart.labels', restart.labels, labelNames) ??
    (input as EventInput<'restart'>)
  );
}
