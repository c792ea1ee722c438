import type { SignalAlert } from '../alert.ts';
import { responseErrorRatio, responseLatencyScore } from '../signals/responses.ts';

const minResponses = 20;

export const slowResponses: SignalAlert = {
  name: 'TurnscopeSlowResponses',
  scope: 'both',
  signal: responseLatencyScore,
  window: '15m',
  limits: { threshold: 'response_latency_score' },
  comparison: 'at or below',
  forSeconds: 300,
  keepFiringForSeconds: 300,
  minSamples: minResponses,
  summary: 'Responses to {of} agents are slow.',
  description:
    'The latency score of their responses was {value} over {window}, at or below the limit of {limit}. Look at the model, the size of the context and the retries.',
};

export const responseErrors: SignalAlert = {
  name: 'TurnscopeResponseErrors',
  scope: 'both',
  signal: responseErrorRatio,
  window: '15m',
  limits: { threshold: 'response_error_ratio' },
  comparison: 'at or above',
  forSeconds: 300,
  keepFiringForSeconds: 300,
  minSamples: minResponses,
  summary: 'Responses to {of} agents fail.',
  description:
    '{value} of their responses failed over {window}, at or above the limit of {limit}. Look at the reasons of the retries and at the status of the provider.',
};
