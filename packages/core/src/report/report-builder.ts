import { breachCounts, counts } from '../catalogue/counts.ts';
import type { Expression } from '../catalogue/expression.ts';
import type { Thresholds } from '../catalogue/resolve-thresholds.ts';
import type { Evaluator } from '../evaluator/evaluator.ts';
import type { CompactionLog } from '../recorder/compaction-log.ts';
import type { ConversationTable } from '../recorder/conversation-table.ts';
import type { Store } from '../store/store.ts';
import { version } from '../version.ts';
import { cutBetween, type Window } from '../window/window.ts';
import { compactionReport } from './compaction-report.ts';
import { overallOf } from './overall.ts';
import { overheadOf } from './overhead.ts';
import { recommend } from './recommendations.ts';
import type { AlertSummary, ProcessTypeReport, Report, Sampled } from './report.ts';
import { type ReportedSignal, reportedSignals } from './reported-signals.ts';
import { cutSlots } from './slots.ts';
import { type Trend, trendOf } from './trends.ts';

/** What a report is made from. */
export interface ReportFacts {
  readonly evaluator: Evaluator;
  readonly thresholds: Thresholds;
  readonly compactions: CompactionLog;
  readonly conversations: ConversationTable;
  readonly store: Store;
}

/** Makes the report of what happened between two times, in epoch milliseconds. */
export function buildReport(facts: ReportFacts, from: number, to: number): Report {
  const { evaluator, thresholds } = facts;
  const window = cutBetween(evaluator.history.ring, from, to);
  const processTypes = evaluator.reader
    .groupsOf({ by: 'process_type' })
    .map((name) => processTypeReport(evaluator, name, window))
    .filter(hasActivity);
  return {
    version: 1,
    turnscope: version,
    profile: thresholds.profile,
    window: { from, to, covered: window ? { from: window.from, to: window.to } : null },
    overall: overallOf(processTypes),
    processTypes,
    compactions: facts.compactions
      .between(from, to)
      .map((each) => compactionReport(each, thresholds.for(each.processType))),
    alerts: alertSummary(evaluator, window, to),
    slowestConversations: facts.conversations.slowest(from, to),
    trends: trendsOf(evaluator, processTypes, { from, to }),
    recommendations: recommend(evaluator, window),
    overhead: overheadOf(facts.store, to),
  };
}

function processTypeReport(
  { reader }: Evaluator,
  processType: string,
  window: Window | undefined,
): ProcessTypeReport {
  const count = (expression: Expression) => reader.compute(expression, processType, window) ?? 0;
  return {
    processType,
    turns: {
      success: count(counts.turnsSuccess),
      error: count(counts.turnsError),
      interrupted: count(counts.turnsInterrupted),
    },
    responses: {
      success: count(counts.responsesSuccess),
      error: count(counts.responsesError),
      interrupted: count(counts.responsesInterrupted),
    },
    tokens: {
      input: count(counts.tokensInput),
      output: count(counts.tokensOutput),
      cacheRead: count(counts.tokensCacheRead),
      cacheCreation: count(counts.tokensCacheCreation),
    },
    compactions: count(counts.compactions),
    restarts: { all: count(counts.restarts), succeeded: count(counts.restartsSucceeded) },
    signals: Object.fromEntries(
      reportedSignals.map((signal) => {
        const { value, samples } = reader.read(signal, processType, window);
        return [signal.name, { value: value ?? null, samples }];
      }),
    ) as Record<ReportedSignal, Sampled>,
  };
}

/** Tokens may become known after the response was counted, so there may be nothing else. */
function hasActivity(report: ProcessTypeReport): boolean {
  const { turns, responses, tokens, compactions, restarts } = report;
  const parts = [turns, responses, tokens].flatMap((part) => Object.values(part));
  return [...parts, compactions, restarts.all].some((count) => count > 0);
}

function alertSummary(
  { board, reader }: Evaluator,
  window: Window | undefined,
  to: number,
): AlertSummary {
  const from = window?.from ?? Number.POSITIVE_INFINITY;
  const breaches = reader.groupsOf({ by: 'process_type' }).flatMap((processType) =>
    breachCounts.map(({ metric, severity, count }) => ({
      metric,
      severity,
      processType,
      count: reader.compute(count, processType, window) ?? 0,
    })),
  );
  return {
    active: board.active,
    resolved: board.history.filter(({ changedAt }) => changedAt >= from && changedAt <= to),
    breaches: breaches.filter(({ count }) => count > 0),
  };
}

function trendsOf(
  { reader, history }: Evaluator,
  processTypes: readonly ProcessTypeReport[],
  { from, to }: { from: number; to: number },
): readonly Trend[] {
  const slots = cutSlots(history.ring, from, to);
  return processTypes.flatMap(({ processType }) =>
    reportedSignals.map((signal) => {
      const points = slots.flatMap((slot) => {
        const { value } = reader.read(signal, processType, slot);
        return value === undefined ? [] : [{ x: (slot.from + slot.to) / 2, y: value }];
      });
      return trendOf(signal.name, processType, points);
    }),
  );
}
