import type { SignalName } from '@turnscope/core';

/** What a signal is about: rules of one subject stand in one group. */
export const subjects = ['turns', 'responses', 'compactions', 'processes', 'adapter'] as const;
export type Subject = (typeof subjects)[number];

export const subjectOf: Readonly<Record<SignalName, Subject>> = {
  turn_latency_score: 'turns',
  completion_ratio: 'turns',
  interrupted_ratio: 'turns',
  efficiency_score: 'turns',
  turn_p95: 'turns',
  tokens_per_turn: 'turns',
  response_latency_score: 'responses',
  response_p95: 'responses',
  response_p99: 'responses',
  response_error_ratio: 'responses',
  cache_hit_ratio: 'responses',
  compaction_ratio_mean: 'compactions',
  compaction_duration_mean: 'compactions',
  compaction_effectiveness: 'compactions',
  compaction_thrash_ratio: 'compactions',
  restarts_1h: 'processes',
  restart_success_ratio: 'processes',
  rows_overflowed_1h: 'adapter',
  source_silence: 'adapter',
};
