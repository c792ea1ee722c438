/** What a threshold can be set for. The names of signals and of single events that have limits. */
export const thresholdNames = [
  'response_duration',
  'turn_duration',
  'turn_latency_score',
  'response_latency_score',
  'completion_ratio',
  'efficiency_score',
  'compaction_ratio',
  'compaction_duration',
  'compaction_thrash_ratio',
  'response_error_ratio',
  'restarts_1h',
  'restart_success_ratio',
] as const;
export type ThresholdName = (typeof thresholdNames)[number];

export const severities = ['warning', 'critical'] as const;
export type Severity = (typeof severities)[number];

/** Latency zones of Apdex: up to the warning limit, up to the critical limit, beyond. */
export const latencyZones = ['satisfied', 'tolerating', 'frustrated'] as const;

/** Two limits, in the unit of what they limit: seconds, a ratio, a count. */
export interface Limits {
  readonly warning: number;
  readonly critical: number;
}

export type ThresholdSet = Readonly<Record<ThresholdName, Limits>>;

/** Signals for which less is worse: their critical limit lies below the warning limit. */
export const lowerIsWorse: ReadonlySet<ThresholdName> = new Set([
  'turn_latency_score',
  'response_latency_score',
  'completion_ratio',
  'efficiency_score',
  'restart_success_ratio',
]);

/** Signals between 0 and 1. */
export const ratioThresholds: ReadonlySet<ThresholdName> = new Set([
  'turn_latency_score',
  'response_latency_score',
  'completion_ratio',
  'efficiency_score',
  'compaction_ratio',
  'compaction_thrash_ratio',
  'response_error_ratio',
  'restart_success_ratio',
]);
