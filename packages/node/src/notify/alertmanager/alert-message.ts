import type { Alert } from '@turnscope/core';
import { runbookUrl } from '../runbooks.ts';

/** An alert as the v2 API of Alertmanager takes it. */
export interface AlertMessage {
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  /** RFC 3339. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly generatorURL?: string | undefined;
}

/** What is said of every alert. */
export interface Sender {
  readonly instance: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Ends with a slash. */
  readonly runbooks: string;
  readonly generatorUrl: string | undefined;
}

/** The times of an alert, in epoch milliseconds. `from` counts up to `to` only: a clock may have been set back. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** The message about an alert. Its labels are its identity there, so nothing that changes stands in them. */
export function alertMessage(
  { name, severity, processType, summary, description, value }: Alert,
  { instance, labels, runbooks, generatorUrl }: Sender,
  { from, to }: Span,
): AlertMessage {
  return {
    labels: {
      ...labels,
      alertname: name,
      severity,
      ...(processType === null ? {} : { process_type: processType }),
      instance,
      via: 'turnscope',
    },
    annotations: {
      summary,
      description,
      value: String(value),
      runbook_url: runbookUrl(runbooks, name),
    },
    startsAt: new Date(Math.min(from, to)).toISOString(),
    endsAt: new Date(to).toISOString(),
    generatorURL: generatorUrl,
  };
}
