import type { SignalAlert } from '../alert.ts';
import {
  compactionDurationMean,
  compactionRatioMean,
  compactionThrashRatio,
} from '../signals/compactions.ts';

const minCompactions = 3;
const keepFiringForSeconds = 900;

export const poorCompression: SignalAlert = {
  name: 'TurnscopePoorCompression',
  scope: 'both',
  signal: compactionRatioMean,
  window: '1h',
  limits: { threshold: 'compaction_ratio' },
  comparison: 'at or above',
  forSeconds: 300,
  keepFiringForSeconds,
  minSamples: minCompactions,
  summary: 'Compactions of {of} agents save little.',
  description:
    'The context after a compaction was {value} of that before it over {window}, at or above the limit of {limit}. Look at what stays in the context: instructions, tools, large files.',
};

export const slowCompaction: SignalAlert = {
  name: 'TurnscopeSlowCompaction',
  scope: 'both',
  signal: compactionDurationMean,
  window: '1h',
  limits: { threshold: 'compaction_duration' },
  comparison: 'above',
  forSeconds: 300,
  keepFiringForSeconds,
  minSamples: minCompactions,
  summary: 'Compactions of {of} agents are slow.',
  description:
    'A compaction took {value} in the mean over {window}, more than the limit of {limit}. Nobody gets an answer in that time.',
};

export const compactionThrash: SignalAlert = {
  name: 'TurnscopeCompactionThrash',
  scope: 'both',
  signal: compactionThrashRatio,
  window: '1h',
  limits: { threshold: 'compaction_thrash_ratio' },
  comparison: 'at or above',
  forSeconds: 300,
  keepFiringForSeconds,
  minSamples: minCompactions,
  summary: 'Contexts of {of} agents are full again right after a compaction.',
  description:
    '{value} of their compactions over {window} came at most 10 responses after the one before, at or above the limit of {limit}. The agent spends its time on forgetting.',
};
