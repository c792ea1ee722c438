import { countOf, type Expression, increase, meanOf, ratio, saved } from '../expression.ts';
import {
  compactionDuration,
  compactionRatio,
  compactionRefills,
  compactionsPreserved,
} from '../metrics/compactions.ts';
import * as gauges from '../metrics/signals.ts';
import type { SignalDefinition } from '../signal.ts';

/** Compactions are rare: one is a sample of its own size and time. */
const minCompactions = 1;
/** Whether contexts fill up again at once shows only in several. */
const minRefills = 3;

const criticalDuration: Expression = {
  kind: 'limit',
  threshold: 'compaction_duration',
  severity: 'critical',
};

const preservedShare = ratio(
  increase(compactionsPreserved, { preserved: ['true'] }),
  increase(compactionsPreserved),
);

export const compactionRatioMean: SignalDefinition = {
  name: 'compaction_ratio_mean',
  metric: gauges.compactionRatioMean,
  by: 'process_type',
  window: '1h',
  value: meanOf(compactionRatio),
  samples: countOf(compactionRatio),
  minSamples: minCompactions,
};

export const compactionDurationMean: SignalDefinition = {
  name: 'compaction_duration_mean',
  metric: gauges.compactionDurationMean,
  by: 'process_type',
  window: '1h',
  value: meanOf(compactionDuration),
  samples: countOf(compactionDuration),
  minSamples: minCompactions,
};

/** How much a compaction saves, how quickly, and whether what mattered survived. */
export const compactionEffectiveness: SignalDefinition = {
  name: 'compaction_effectiveness',
  metric: gauges.compactionEffectiveness,
  by: 'process_type',
  window: '1h',
  value: {
    kind: 'mean',
    required: [
      saved(meanOf(compactionRatio)),
      saved(ratio(meanOf(compactionDuration), criticalDuration)),
    ],
    optional: [{ kind: 'clamped', of: preservedShare }],
  },
  samples: countOf(compactionRatio),
  minSamples: minCompactions,
};

export const compactionThrashRatio: SignalDefinition = {
  name: 'compaction_thrash_ratio',
  metric: gauges.compactionThrashRatio,
  by: 'process_type',
  window: '1h',
  value: ratio(increase(compactionRefills, { pace: ['rapid'] }), increase(compactionRefills)),
  samples: increase(compactionRefills),
  minSamples: minRefills,
};
