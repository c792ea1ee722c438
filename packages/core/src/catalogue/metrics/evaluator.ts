import { counter, gauge } from '../metric.ts';

/** The evaluator about its alerts and about itself. */

/** In the order of their cells. */
const alertStates = ['pending', 'firing'] as const;

export const alertState = gauge({
  name: 'turnscope_alert_state',
  help: 'Set to 1 while an alert is in this state, by the local evaluator; those about the adapter have no process type.',
  rows: 'alert',
  labels: ['alert', 'severity', 'process_type', 'state'],
  mayBeAbsent: true,
  cellLabel: { name: 'state', values: alertStates },
  sources: ['evaluator'],
});

export const lastEvaluation = gauge({
  name: 'turnscope_last_evaluation_timestamp_seconds',
  unit: 'seconds',
  help: 'Unix time of the latest evaluation of signals and alerts.',
  rows: 'evaluator',
  labels: [],
  sources: ['evaluator'],
});

export const evaluations = counter({
  name: 'turnscope_evaluations_total',
  help: 'Evaluations of signals and alerts.',
  rows: 'adapter',
  labels: [],
  sources: ['evaluator'],
});

export const evaluationDuration = counter({
  name: 'turnscope_evaluation_duration_seconds_total',
  unit: 'seconds',
  help: 'Time spent on evaluations.',
  rows: 'adapter',
  labels: [],
  sources: ['evaluator'],
});

export const ringBytes = gauge({
  name: 'turnscope_evaluator_ring_bytes',
  unit: 'bytes',
  help: 'Memory of the ring of operands that windows are cut from.',
  rows: 'evaluator',
  labels: [],
  sources: ['evaluator'],
});

export const ringBytesLimit = gauge({
  name: 'turnscope_evaluator_ring_limit_bytes',
  unit: 'bytes',
  help: 'Memory that the ring of operands may take before its oldest entries are dropped.',
  rows: 'evaluator',
  labels: [],
  sources: ['evaluator'],
});

export const ringDropped = counter({
  name: 'turnscope_evaluator_ring_dropped_total',
  help: 'Entries of the ring dropped for lack of memory before they were too old.',
  rows: 'adapter',
  labels: [],
  sources: ['evaluator'],
});

export const callbackFailures = counter({
  name: 'turnscope_callback_failures_total',
  help: 'Callbacks of the application that threw or rejected.',
  rows: 'callback',
  labels: ['event'],
  sources: ['evaluator'],
});
