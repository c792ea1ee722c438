import { compactionLadder, ratioLadder } from '../ladders.ts';
import { counter, histogram } from '../metric.ts';

/** Stages, paces and verdicts in the order of their cells. */
const compactionStages = ['before', 'after'] as const;
const refillPaces = ['rapid', 'normal'] as const;
const preservedValues = ['true', 'false'] as const;

export const compactionsTotal = counter({
  name: 'turnscope_compactions_total',
  help: 'Compactions: the context of a conversation replaced by a shorter one.',
  rows: 'compaction',
  labels: ['process_type', 'trigger', 'outcome'],
  sources: ['transcripts', 'stream', 'otlp', 'code'],
});

export const compactionRatio = histogram({
  name: 'turnscope_compaction_ratio',
  unit: 'ratio',
  help: 'Context size after a compaction divided by the size before; lower is better.',
  rows: 'compaction',
  labels: ['process_type', 'trigger'],
  ladder: ratioLadder,
  sources: ['transcripts', 'stream', 'code'],
});

export const compactionDuration = histogram({
  name: 'turnscope_compaction_duration_seconds',
  unit: 'seconds',
  help: 'Time a compaction took, where the source tells or it can be derived.',
  rows: 'compaction',
  labels: ['process_type', 'trigger'],
  ladder: compactionLadder,
  sources: ['transcripts', 'stream', 'otlp', 'code'],
});

export const compactionTokens = counter({
  name: 'turnscope_compaction_tokens_total',
  unit: 'tokens',
  help: 'Context sizes before and after compactions; both are counted only when both are known.',
  rows: 'compaction',
  labels: ['process_type', 'trigger', 'stage'],
  cellLabel: { name: 'stage', values: compactionStages },
  sources: ['transcripts', 'stream', 'code'],
});

export const compactionsPreserved = counter({
  name: 'turnscope_compactions_preserved_total',
  help: 'Compactions by whether what mattered survived, where somebody checked.',
  rows: 'compaction',
  labels: ['process_type', 'preserved'],
  cellLabel: { name: 'preserved', values: preservedValues },
  sources: ['code'],
});

export const compactionRefills = counter({
  name: 'turnscope_compaction_refills_total',
  help: 'Compactions that have a predecessor in their conversation; rapid: at most 10 responses after it.',
  rows: 'compaction',
  labels: ['process_type', 'pace'],
  cellLabel: { name: 'pace', values: refillPaces },
  sources: ['transcripts', 'stream', 'code'],
});
