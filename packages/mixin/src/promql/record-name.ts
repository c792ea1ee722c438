import type { SignalDefinition, SignalName, WindowName } from '@turnscope/core';
import { isOfNow } from '../is-of-now.ts';
import type { Level } from './levels.ts';

/** The middle and the end of a recorded name: what is measured, and what was done with it. */
const parts: Readonly<Record<SignalName, readonly [metric: string, operation: string]>> = {
  turn_latency_score: ['turn_latency', 'score_rate'],
  completion_ratio: ['completion', 'ratio_rate'],
  interrupted_ratio: ['interrupted', 'ratio_rate'],
  efficiency_score: ['efficiency', 'score_rate'],
  turn_p95: ['turn_duration_seconds', 'p95_rate'],
  tokens_per_turn: ['tokens_per_turn', 'ratio_rate'],
  response_latency_score: ['response_latency', 'score_rate'],
  response_p95: ['response_duration_seconds', 'p95_rate'],
  response_p99: ['response_duration_seconds', 'p99_rate'],
  response_error_ratio: ['response_error', 'ratio_rate'],
  cache_hit_ratio: ['cache_hit', 'ratio_rate'],
  compaction_ratio_mean: ['compaction_ratio', 'mean_rate'],
  compaction_duration_mean: ['compaction_duration_seconds', 'mean_rate'],
  compaction_effectiveness: ['compaction_effectiveness', 'score_rate'],
  compaction_thrash_ratio: ['compaction_thrash', 'ratio_rate'],
  restarts_1h: ['restarts', 'increase'],
  restart_success_ratio: ['restart_success', 'ratio_rate'],
  rows_overflowed_1h: ['rows_overflowed', 'increase'],
  source_silence: ['source_silence_seconds', 'max'],
};

/**
 * The name of the series that a signal is recorded as, by Prometheus's convention `level:metric:operations`:
 * `instance_process_type:turnscope_completion:ratio_rate1h`.
 */
export function recordName(signal: SignalDefinition, level: Level, window: WindowName): string {
  const [measured, operation] = parts[signal.name];
  const over = isOfNow(signal) ? '' : window;
  return `${prefixOf(signal, level)}:turnscope_${measured}:${operation}${over}`;
}

/** The name of the number of samples that a signal is made from. */
export function samplesName(signal: SignalDefinition, level: Level, window: WindowName): string {
  const [measured] = parts[signal.name];
  return `${prefixOf(signal, level)}:turnscope_${measured}_samples:increase${window}`;
}

function prefixOf({ by }: SignalDefinition, level: Level): string {
  if (by === 'adapter') return level === 'instance' ? 'instance' : 'job';
  return level === 'instance' ? 'instance_process_type' : 'process_type';
}
