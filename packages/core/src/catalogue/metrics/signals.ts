import { gauge, type MetricDefinition, type Unit } from '../metric.ts';

/** The gauges of the signals: local views of one exporter, absent without enough data. */

export const turnLatencyScore = signalGauge(
  'turn_latency_score',
  'Apdex of the durations of successful turns: 1 when all are satisfying, 0 when all are frustrating.',
);
export const completionRatio = signalGauge(
  'completion_ratio',
  'Share of turns that ended well, of those that ended well or in an error.',
  'ratio',
);
export const interruptedRatio = signalGauge(
  'interrupted_ratio',
  'Share of turns that a person interrupted.',
  'ratio',
);
export const efficiencyScore = signalGauge(
  'efficiency_score',
  'Completion ratio times response latency score: the share of work that is both done and fast.',
);
export const turnP95 = signalGauge(
  'turn_p95_seconds',
  'Duration that 95 % of turns did not exceed.',
  'seconds',
);
export const tokensPerTurn = signalGauge('tokens_per_turn', 'Tokens of all types for each turn.');
export const responseLatencyScore = signalGauge(
  'response_latency_score',
  'Apdex of the durations of successful responses: 1 when all are satisfying, 0 when all are frustrating.',
);
export const responseP95 = signalGauge(
  'response_p95_seconds',
  'Duration that 95 % of responses did not exceed.',
  'seconds',
);
export const responseP99 = signalGauge(
  'response_p99_seconds',
  'Duration that 99 % of responses did not exceed.',
  'seconds',
);
export const responseErrorRatio = signalGauge(
  'response_error_ratio',
  'Share of responses that failed, of those that ended well or failed.',
  'ratio',
);
export const cacheHitRatio = signalGauge(
  'cache_hit_ratio',
  'Share of the tokens sent to the model that its cache held.',
  'ratio',
);
export const compactionRatioMean = signalGauge(
  'compaction_ratio_mean',
  'Mean compression ratio; lower is better.',
);
export const compactionDurationMean = signalGauge(
  'compaction_duration_mean_seconds',
  'Mean time of compactions.',
  'seconds',
);
export const compactionEffectiveness = signalGauge(
  'compaction_effectiveness',
  'Mean of what compactions saved, how fast they were and, where known, what they preserved; 1 is best.',
);
export const compactionThrashRatio = signalGauge(
  'compaction_thrash_ratio',
  'Share of compactions at most 10 responses after the one before.',
  'ratio',
);
export const restarts = signalGauge('restarts_1h', 'Restarts by a supervisor.');
export const restartSuccessRatio = signalGauge(
  'restart_success_ratio',
  'Share of restarts that succeeded.',
  'ratio',
);
export const rowsOverflowed1h = signalGauge(
  'rows_overflowed_1h',
  'Recordings that could not be told apart any more, for lack of rows.',
);
export const longestSilence = signalGauge(
  'source_silence_seconds',
  'Longest time that a source said nothing while it knew that an agent of its lives.',
  'seconds',
);

/** In the order in which they are shown. */
export const signalGauges: readonly MetricDefinition[] = [
  turnLatencyScore,
  completionRatio,
  interruptedRatio,
  efficiencyScore,
  turnP95,
  tokensPerTurn,
  responseLatencyScore,
  responseP95,
  responseP99,
  responseErrorRatio,
  cacheHitRatio,
  compactionRatioMean,
  compactionDurationMean,
  compactionEffectiveness,
  compactionThrashRatio,
  restarts,
  restartSuccessRatio,
  rowsOverflowed1h,
  longestSilence,
];

function signalGauge(name: string, help: string, unit: Unit = 'none'): MetricDefinition {
  return gauge({
    name: `turnscope_signal_${name}`,
    unit,
    help,
    rows: 'signal',
    labels: ['process_type', 'window'],
    mayBeAbsent: true,
    sources: ['evaluator'],
  });
}
