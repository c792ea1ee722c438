/**
 * The words an event may use where its vocabulary is closed. They become label values, so a set
 * only ever grows at a major version.
 */

/** How a turn, response, tool call, compaction or restart ended. */
export const outcomes = ['success', 'error', 'interrupted'] as const;
export type Outcome = (typeof outcomes)[number];

/** Index into `outcomes`; -1 for anything else. Comparisons, because `indexOf` is a call. */
export function outcomeIndex(outcome: unknown): number {
  if (outcome === 'success') return 0;
  if (outcome === 'error') return 1;
  return outcome === 'interrupted' ? 2 : -1;
}

/** Who started a turn: a person, or a task such as a background notification. */
export const initiators = ['user', 'task'] as const;
export type Initiator = (typeof initiators)[number];

/** What asked for a compaction: the agent itself when its context was full, or a person. */
export const compactionTriggers = ['auto', 'manual'] as const;
export type CompactionTrigger = (typeof compactionTriggers)[number];

/** Why an attempt at a request failed and was made again. */
export const retryReasons = [
  'overloaded',
  'rate_limit',
  'server_error',
  'connection',
  'unknown',
] as const;
export type RetryReason = (typeof retryReasons)[number];

/** How a process came to start: new, by a person's resume, or by a supervisor. */
export const processStartKinds = ['fresh', 'resume', 'restart'] as const;
export type ProcessStartKind = (typeof processStartKinds)[number];

/** Why a process ended, or why a supervisor restarted it. */
export const exitReasons = ['clean', 'crash', 'killed', 'hang', 'unhealthy'] as const;
export type ExitReason = (typeof exitReasons)[number];
