import type { ProcessTypeReport, Report } from '@turnscope/core';
import { amount, count, duration, none, percent, score } from './numbers.ts';
import { type Cell, cell, nameColumn, numberColumn, paragraph, type Section } from './page.ts';
import { type ReportView, signalCell } from './report-view.ts';

const brackets =
  'Efficiency is completion times latency score; in brackets what a number is made from.';

/** Completion and latency make the efficiency; an interrupt is a person's wish. */
export function efficiencySection({ report }: ReportView): Section {
  const titles = ['turns', 'completion', 'latency score', 'efficiency', 'interrupted'];
  const { title, blocks } = tableOf('Efficiency', report, titles, (each) => [
    cell(count(total(each.turns))),
    signalCell(report, each, 'completion_ratio', percent),
    signalCell(report, each, 'response_latency_score', score),
    signalCell(report, each, 'efficiency_score', score),
    cell(percent(each.signals.interrupted_ratio.value)),
  ]);
  return { title, blocks: [...blocks, paragraph(brackets, 'faint')] };
}

export function latencySection({ report }: ReportView): Section {
  const titles = ['responses', 'p95', 'p99', 'failed', 'turn p95', 'turn score'];
  return tableOf('Latency', report, titles, (each) => [
    cell(count(total(each.responses))),
    cell(duration(each.signals.response_p95.value)),
    cell(duration(each.signals.response_p99.value)),
    signalCell(report, each, 'response_error_ratio', percent),
    cell(duration(each.signals.turn_p95.value)),
    signalCell(report, each, 'turn_latency_score', score),
  ]);
}

export function tokenSection({ report }: ReportView): Section {
  const titles = ['input', 'output', 'cache read', 'cache written', 'cache hits', 'per turn'];
  return tableOf('Tokens', report, titles, ({ tokens, signals }) => {
    const perTurn = signals.tokens_per_turn.value;
    return [
      cell(amount(tokens.input)),
      cell(amount(tokens.output)),
      cell(amount(tokens.cacheRead)),
      cell(amount(tokens.cacheCreation)),
      cell(percent(signals.cache_hit_ratio.value)),
      cell(perTurn === null ? none : amount(perTurn)),
    ];
  });
}

export function restartSection({ report }: ReportView): Section {
  const title = 'Restarts';
  const restarted = report.processTypes.filter(({ restarts }) => restarts.all > 0);
  if (restarted.length === 0) {
    return { title, blocks: [paragraph('No process was restarted by a supervisor.')] };
  }
  const only = { ...report, processTypes: restarted };
  return tableOf(title, only, ['restarts', 'succeeded', 'share'], ({ restarts, signals }) => [
    cell(count(restarts.all)),
    cell(count(restarts.succeeded)),
    cell(percent(signals.restart_success_ratio.value)),
  ]);
}

function tableOf(
  title: string,
  { processTypes }: Report,
  titles: readonly string[],
  cells: (each: ProcessTypeReport) => readonly Cell[],
): Section {
  const columns = [nameColumn('process type'), ...titles.map(numberColumn)];
  const rows = processTypes.map((each) => [cell(each.processType), ...cells(each)]);
  return { title, blocks: [{ kind: 'table', columns, rows }] };
}

function total({ success, error, interrupted }: ProcessTypeReport['turns']): number {
  return success + error + interrupted;
}
