import type { SignalAlert } from '../alert.ts';
import { completionRatio, efficiencyScore, turnLatencyScore } from '../signals/turns.ts';

/** Below ten turns one failure would be more than the warning limit allows. */
const minTurns = 10;
/** Turns take minutes; what ended a quarter of an hour ago is still the same trouble. */
const keepFiringForSeconds = 900;

export const slowTurns: SignalAlert = {
  name: 'TurnscopeSlowTurns',
  scope: 'both',
  signal: turnLatencyScore,
  window: '1h',
  limits: { threshold: 'turn_latency_score' },
  comparison: 'at or below',
  forSeconds: 300,
  keepFiringForSeconds,
  minSamples: minTurns,
  summary: 'Turns of {of} agents are slow.',
  description:
    'The latency score of their turns was {value} over {window}, at or below the limit of {limit}. Look at how long responses and tools take.',
};

export const lowCompletion: SignalAlert = {
  name: 'TurnscopeLowCompletion',
  scope: 'both',
  signal: completionRatio,
  window: '1h',
  limits: { threshold: 'completion_ratio' },
  comparison: 'at or below',
  forSeconds: 300,
  keepFiringForSeconds,
  minSamples: minTurns,
  summary: 'Turns of {of} agents end in errors.',
  description:
    '{value} of their turns ended well over {window}, at or below the limit of {limit}. Look at failed responses and their retries.',
};

export const lowEfficiency: SignalAlert = {
  name: 'TurnscopeLowEfficiency',
  scope: 'both',
  signal: efficiencyScore,
  window: '1h',
  limits: { threshold: 'efficiency_score' },
  comparison: 'at or below',
  forSeconds: 600,
  keepFiringForSeconds,
  minSamples: minTurns,
  summary: 'The efficiency of {of} agents is low.',
  description:
    'Their efficiency score was {value} over {window}, at or below the limit of {limit}. It is the product of completion and response latency: one of them tells why.',
};
