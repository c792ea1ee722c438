import type { ThresholdSet } from './thresholds.ts';

/** Thresholds by process type. A process type without numbers of its own takes the strategic ones. */
interface Profile {
  readonly strategic: ThresholdSet;
  readonly tactical: ThresholdSet;
}

const limits = (warning: number, critical: number) => ({ warning, critical });

const common = {
  turn_latency_score: limits(0.85, 0.7),
  response_latency_score: limits(0.85, 0.7),
  completion_ratio: limits(0.9, 0.8),
  efficiency_score: limits(0.7, 0.5),
  compaction_thrash_ratio: limits(0.5, 0.8),
  response_error_ratio: limits(0.05, 0.2),
  // Counts are limited at half-integers, so that no rounding decides.
  restarts_1h: limits(4.5, 9.5),
  restart_success_ratio: limits(0.8, 0.5),
};

const chat: Profile = {
  tactical: {
    ...common,
    response_duration: limits(2, 5),
    turn_duration: limits(2, 5),
    compaction_ratio: limits(0.4, 0.6),
    compaction_duration: limits(1, 2),
  },
  strategic: {
    ...common,
    response_duration: limits(5, 10),
    turn_duration: limits(5, 10),
    compaction_ratio: limits(0.4, 0.6),
    compaction_duration: limits(1, 2),
  },
};

/** Calibrated on real Claude Code transcripts: replayed, they are healthy. */
const codingAgent: Profile = {
  tactical: {
    ...common,
    response_duration: limits(20, 45),
    turn_duration: limits(300, 1200),
    compaction_ratio: limits(0.5, 0.7),
    compaction_duration: limits(120, 240),
  },
  strategic: {
    ...common,
    response_duration: limits(30, 60),
    turn_duration: limits(600, 1800),
    compaction_ratio: limits(0.5, 0.7),
    compaction_duration: limits(120, 240),
  },
};

/** Threshold profiles are numbers only: `chat` is the library's default, `coding-agent` the command's. */
export const profiles = { chat, 'coding-agent': codingAgent } as const;

export type ProfileName = keyof typeof profiles;
