import type { SignalAlert } from '../alert.ts';
import { restartSuccessRatio, restarts } from '../signals/processes.ts';

export const frequentRestarts: SignalAlert = {
  name: 'TurnscopeFrequentRestarts',
  scope: 'both',
  signal: restarts,
  window: '1h',
  limits: { threshold: 'restarts_1h' },
  comparison: 'above',
  forSeconds: 60,
  keepFiringForSeconds: 300,
  minSamples: 0,
  summary: 'Processes of {of} agents are restarted often.',
  description:
    '{value} restarts over {window}, more than the limit of {limit}. Look at the reasons of the exits.',
};

export const failingRestarts: SignalAlert = {
  name: 'TurnscopeFailingRestarts',
  scope: 'both',
  signal: restartSuccessRatio,
  window: '1h',
  limits: { threshold: 'restart_success_ratio' },
  comparison: 'at or below',
  forSeconds: 60,
  keepFiringForSeconds: 300,
  minSamples: 3,
  summary: 'Restarts of {of} agents fail.',
  description:
    '{value} of the restarts over {window} succeeded, at or below the limit of {limit}. Look at what the processes say when they start.',
};
