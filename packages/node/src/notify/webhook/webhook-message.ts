import { createHash } from 'node:crypto';
import type { Alert } from '@turnscope/core';
import { runbookUrl } from '../runbooks.ts';

/**
 * What a webhook is told. Times are epoch milliseconds, `null` is what there is not. A change that
 * readers of the version before cannot read raises `version`.
 */
export interface WebhookMessage {
  readonly version: 1;
  /** The same when the message comes twice, and of no other. */
  readonly id: string;
  readonly instance: string | null;
  readonly labels: Readonly<Record<string, string>>;
  /** Where it is told what to do. */
  readonly runbookUrl: string;
  readonly alert: Alert;
}

/** Who says it. */
export interface WebhookSender {
  readonly instance: string | undefined;
  readonly labels: Readonly<Record<string, string>>;
  /** Ends with a slash. */
  readonly runbooks: string;
}

/** The message about an alert that fires or has resolved. */
export function webhookMessage(
  alert: Alert,
  { instance, labels, runbooks }: WebhookSender,
): WebhookMessage {
  return {
    version: 1,
    id: idOf(alert, instance),
    instance: instance ?? null,
    labels,
    runbookUrl: runbookUrl(runbooks, alert.name),
    alert,
  };
}

/** Made from what the alert is, so that it is the same after a restart too. */
function idOf(alert: Alert, instance = ''): string {
  const { name, severity, processType, activeAt, changedAt, state } = alert;
  const parts = [instance, name, severity, processType, activeAt, changedAt, state];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}
