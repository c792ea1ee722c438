import {
  humanNumber,
  type Severity,
  type SignalAlert,
  type ThresholdName,
  type ThresholdSet,
  type Thresholds,
} from '@turnscope/core';
import { thresholdClasses } from '../promql/by-process-type.ts';
import { codeCell } from './code-cell.ts';

type PartialLimits = Readonly<Partial<Record<Severity, number>>>;

/** The limits of an alert by process type, as a table of Markdown. */
export function limitTable(alert: SignalAlert, thresholds: Thresholds): string {
  const { limits, comparison, signal } = alert;
  const limitsOf = (set: ThresholdSet): PartialLimits =>
    'fixed' in limits ? limits.fixed : set[limits.threshold];
  const shown = (limit: number | undefined) =>
    limit === undefined ? 'never' : `${comparison} ${humanNumber(limit, signal.metric.unit)}`;
  const rows = rowsOf(
    thresholds,
    limitsOf,
    ({ warning, critical }) => `${shown(warning)} | ${shown(critical)}`,
  );
  return `| process type | warning | critical |\n|---|---|---|\n${rows.join('\n')}`;
}

/** How long something may take to count as good, and as half good, by process type. */
export function zoneTable(threshold: ThresholdName, thresholds: Thresholds): string {
  const upTo = (seconds: number) => `up to ${humanNumber(seconds, 'seconds')}`;
  const rows = rowsOf(
    thresholds,
    (set) => set[threshold],
    ({ warning, critical }) => `${upTo(warning)} | ${upTo(critical)}`,
  );
  return `| process type | counts whole | counts half |\n|---|---|---|\n${rows.join('\n')}`;
}

/** A row for each class of process types that have the same limits. */
function rowsOf<Limits>(
  thresholds: Thresholds,
  limitsOf: (set: ThresholdSet) => Limits,
  cells: (limits: Limits) => string,
): readonly string[] {
  const classes = thresholdClasses(thresholds, (set) => JSON.stringify(limitsOf(set)));
  const others = classes.length > 1 ? 'all others' : 'all';
  return classes.map(({ processTypes, limits }) => {
    const names = processTypes?.map(codeCell).join(', ') ?? others;
    return `| ${names} | ${cells(limitsOf(limits))} |`;
  });
}
