import {
  compactionTriggers,
  exitReasons,
  initiators,
  outcomes,
  processStartKinds,
  retryReasons,
} from '../events/closed-sets.ts';
import { rejectionReasons } from '../events/rejection.ts';
import { alertNames } from './alert-names.ts';
import { severities, thresholdNames } from './thresholds.ts';
import { windowNames } from './windows.ts';

/** A label whose values come from outside. Interned once, limited, then `other`. */
export const open = 'open';

/** What can go beyond a threshold in one event. */
export const breachMetrics = [
  'turn_duration',
  'response_duration',
  'compaction_ratio',
  'compaction_duration',
] as const;
export type BreachMetric = (typeof breachMetrics)[number];

/** The kinds of rows that events fill, and whose number a limit bounds. */
export const eventKinds = [
  'turn',
  'response',
  'retry',
  'tool_call',
  'conversation',
  'compaction',
  'process_start',
  'process_exit',
  'restart',
] as const;
export type EventKind = (typeof eventKinds)[number];

export function isEventKind(kind: RowKind): kind is EventKind {
  return (eventKinds as readonly RowKind[]).includes(kind);
}

/** What an application can listen to. */
const callbackEvents = ['breach', 'alert', 'report', 'observation'] as const;
export type CallbackEvent = (typeof callbackEvents)[number];

/** What a supervised process may be doing. One that was given up is in none of these. */
const processStates = ['starting', 'ready', 'busy', 'unhealthy'] as const;
export type ProcessState = (typeof processStates)[number];

/** The labels whose values events bring. */
export const eventLabels = ['process_type', 'model', 'tool'] as const;

/**
 * The kinds of rows: for each, the labels that make its key, in key order, with the values a closed
 * label may take. A metric is a view of the rows of one kind.
 */
export const rowKinds = {
  turn: { process_type: open, model: open, initiator: initiators, outcome: outcomes },
  response: { process_type: open, model: open, outcome: outcomes },
  retry: { process_type: open, reason: retryReasons },
  tool_call: { tool: open, outcome: outcomes },
  conversation: { process_type: open },
  compaction: { process_type: open, trigger: compactionTriggers, outcome: outcomes },
  process_start: { process_type: open, kind: processStartKinds },
  process_exit: { process_type: open, reason: exitReasons },
  restart: { process_type: open, reason: exitReasons, outcome: outcomes },
  process_state: { process_type: open, state: processStates },
  threshold: { signal: thresholdNames, severity: severities, process_type: open },
  signal: { process_type: open, window: windowNames },
  alert: { alert: alertNames, severity: severities, process_type: open },
  callback: { event: callbackEvents },
  notification: { notifier: open },
  notification_queue: { notifier: open },
  breach: { metric: breachMetrics, severity: severities, process_type: open },
  rejection: { reason: rejectionReasons },
  discard: { event: ['turn', 'response', 'tool_call', 'compaction', 'process_start'] },
  row_limit: { event: eventKinds },
  label_limit: { label: eventLabels },
  source: { source: open },
  source_silence: { source: open },
  parse_error: { source: open, reason: open },
  scrape: { format: ['text', 'openmetrics', 'protobuf'], code: open },
  adapter: {},
  evaluator: {},
  build: { version: open, formulas: open },
} as const;

export type RowKind = keyof typeof rowKinds;

/** The labels that make the key of a row kind. */
export type RowLabel<Kind extends RowKind> = keyof (typeof rowKinds)[Kind] & string;

export type LabelDomain = typeof open | readonly string[];

/** The labels of a row kind with their domains, in key order. */
export function labelsOf(kind: RowKind): readonly (readonly [string, LabelDomain])[] {
  return Object.entries(rowKinds[kind] as Record<string, LabelDomain>);
}
