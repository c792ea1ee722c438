import type { ProfileName } from '../catalogue/profiles.ts';
import type { BreachMetric } from '../catalogue/row-kinds.ts';
import type { Severity } from '../catalogue/thresholds.ts';
import type { Alert } from '../evaluator/alert.ts';
import type { CompactionTrigger } from '../events/closed-sets.ts';
import type { SlowConversation } from '../recorder/slowest-conversations.ts';
import type { Grade } from './grade.ts';
import type { Recommendation } from './recommendations.ts';
import type { ReportedSignal } from './reported-signals.ts';
import type { Trend } from './trends.ts';

/**
 * What happened in a window, computed from what was recorded. Plain data that JSON carries: times are
 * epoch milliseconds, ratios and scores run from 0 to 1, `null` is a number that there is not enough
 * data for. A change that readers of the version before cannot read raises `version`.
 */
export interface Report {
  readonly version: 1;
  readonly turnscope: string;
  readonly profile: ProfileName;
  readonly window: ReportWindow;
  readonly overall: Overall;
  /** Those in which something happened, in the order in which they were first seen. */
  readonly processTypes: readonly ProcessTypeReport[];
  readonly compactions: readonly CompactionReport[];
  readonly alerts: AlertSummary;
  /** The slowest first, by their slowest turn. */
  readonly slowestConversations: readonly SlowConversation[];
  readonly trends: readonly Trend[];
  /** The worst first; empty when nothing is beyond its limit. */
  readonly recommendations: readonly Recommendation[];
  readonly overhead: Overhead;
}

export interface ReportWindow {
  /** What was asked for. */
  readonly from: number;
  readonly to: number;
  /** What there is data of, within it; `null` where there is none. */
  readonly covered: { readonly from: number; readonly to: number } | null;
}

/** Efficiency weighted by turns over the process types that have turns and a score. */
export interface Overall {
  readonly score: number | null;
  readonly grade: Grade | null;
  readonly turns: number;
}

/** A value and the number of samples it was made from. */
export interface Sampled {
  readonly value: number | null;
  readonly samples: number;
}

export interface ProcessTypeReport {
  readonly processType: string;
  readonly turns: ByOutcome;
  readonly responses: ByOutcome;
  readonly tokens: {
    readonly input: number;
    readonly output: number;
    readonly cacheRead: number;
    readonly cacheCreation: number;
  };
  readonly compactions: number;
  readonly restarts: { readonly all: number; readonly succeeded: number };
  readonly signals: Readonly<Record<ReportedSignal, Sampled>>;
}

export interface ByOutcome {
  readonly success: number;
  readonly error: number;
  readonly interrupted: number;
}

/** One compaction, the latest of the window last. */
export interface CompactionReport {
  readonly at: number;
  readonly conversationId: string;
  readonly processType: string;
  readonly trigger: CompactionTrigger;
  readonly tokensBefore: number | null;
  readonly tokensAfter: number | null;
  readonly ratio: number | null;
  readonly durationSeconds: number | null;
  readonly preserved: boolean | null;
  /** As `compaction_effectiveness`, of this one alone; `null` where ratio or duration is unknown. */
  readonly effectiveness: number | null;
}

export interface AlertSummary {
  /** Pending and firing as of the latest evaluation, wherever the window ends. */
  readonly active: readonly Alert[];
  /** Resolved within the window, the latest last; of many the latest. */
  readonly resolved: readonly Alert[];
  readonly breaches: readonly {
    readonly metric: BreachMetric;
    readonly severity: Severity;
    readonly processType: string;
    readonly count: number;
  }[];
}

/** What Turnscope itself took, since the monitor was made. */
export interface Overhead {
  readonly evaluations: number;
  readonly evaluationSeconds: number;
  readonly ringBytes: number;
  readonly ringLimitBytes: number;
  readonly rows: number;
  readonly conversationsTracked: number;
  readonly scrapes: number;
  readonly scrapeSeconds: number;
}
