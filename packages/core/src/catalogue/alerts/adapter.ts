import type { PrometheusAlert, SignalAlert } from '../alert.ts';
import { longestSilence, rowsOverflowed1h } from '../signals/adapter.ts';

export const rowsOverflowing: SignalAlert = {
  name: 'TurnscopeRowsOverflowing',
  scope: 'both',
  signal: rowsOverflowed1h,
  window: '1h',
  // A count, limited at a half: any is too many.
  limits: { fixed: { warning: 0.5 } },
  comparison: 'above',
  forSeconds: 300,
  keepFiringForSeconds: 300,
  minSamples: 0,
  summary: 'Turnscope has no room for further label combinations.',
  description:
    '{value} recordings over {window} were counted as model `other`. Raise `limits` in the configuration, or find out who makes up so many names.',
};

export const sourceSilent: SignalAlert = {
  name: 'TurnscopeSourceSilent',
  scope: 'both',
  signal: longestSilence,
  window: '15m',
  // The longest real turns wait for people for half an hour.
  limits: { fixed: { warning: 1800, critical: 7200 } },
  comparison: 'above',
  forSeconds: 60,
  keepFiringForSeconds: 60,
  minSamples: 0,
  summary: 'A source says nothing, although an agent of its lives.',
  description:
    'Nothing came for {value}, more than the limit of {limit}. The agent hangs or waits for a person, or the source has lost it.',
};

export const down: PrometheusAlert = {
  name: 'TurnscopeDown',
  scope: 'prometheus',
  severity: 'critical',
  watches: 'exporter_down',
  forSeconds: 300,
  summary: 'Turnscope is down.',
  description: 'Prometheus cannot scrape it; nothing is known of the agents of this machine.',
};

export const notEvaluating: PrometheusAlert = {
  name: 'TurnscopeNotEvaluating',
  scope: 'prometheus',
  severity: 'warning',
  watches: 'evaluation_age',
  limit: 300,
  forSeconds: 300,
  summary: 'Turnscope does not evaluate its signals.',
  description: 'The last evaluation is over five minutes old; local alerts and scores stand still.',
};
