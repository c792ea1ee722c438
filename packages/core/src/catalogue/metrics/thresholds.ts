import { counter, gauge } from '../metric.ts';

export const threshold = gauge({
  name: 'turnscope_threshold',
  help: 'The warning and the critical limit of a signal, as configured.',
  rows: 'threshold',
  labels: ['signal', 'severity', 'process_type'],
  sources: ['self'],
});

export const thresholdBreaches = counter({
  name: 'turnscope_threshold_breaches_total',
  help: 'Single events beyond a threshold, counted under the highest severity they reach.',
  rows: 'breach',
  labels: ['metric', 'severity', 'process_type'],
  sources: ['self'],
});
