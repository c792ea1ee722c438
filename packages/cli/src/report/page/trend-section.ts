import type { Report, ReportedSignal, Trend } from '@turnscope/core';
import { count, none, signalTitle, signalValue } from './numbers.ts';
import {
  type Block,
  cell,
  nameColumn,
  numberColumn,
  paragraph,
  type Section,
  type Tone,
  textColumn,
} from './page.ts';
import type { ReportView } from './report-view.ts';

const millisecondsPerHour = 3_600_000;

const moreIsBetter: ReadonlySet<ReportedSignal> = new Set([
  'turn_latency_score',
  'completion_ratio',
  'efficiency_score',
  'response_latency_score',
  'cache_hit_ratio',
  'compaction_effectiveness',
  'restart_success_ratio',
]);
/** More work for a turn, or a person who changed their mind. */
const neither: ReadonlySet<ReportedSignal> = new Set(['tokens_per_turn', 'interrupted_ratio']);

export function trendSection({ report }: ReportView): Section {
  const moving = report.trends.filter(({ direction }) => isMoving(direction));
  const blocks: Block[] = moving.length > 0 ? [movingTable(report, moving)] : [];
  blocks.push(paragraph(others(report, moving.length), 'faint'));
  return { title: 'Trends', blocks };
}

function movingTable({ window }: Report, trends: readonly Trend[]): Block {
  const hours = (window.to - window.from) / millisecondsPerHour;
  return {
    kind: 'table',
    columns: [
      textColumn('signal'),
      nameColumn('process type'),
      textColumn('trend'),
      numberColumn('change'),
      numberColumn('p'),
    ],
    rows: trends.map((trend) => [
      cell(signalTitle(trend.signal)),
      cell(trend.processType),
      verdict(trend),
      cell(change(trend, hours)),
      cell(trend.pValue === null ? none : trend.pValue.toFixed(3)),
    ]),
  };
}

function verdict({ signal, direction }: Trend): { text: string; tone?: Tone } {
  if (neither.has(signal)) return { text: direction };
  const isBetter = moreIsBetter.has(signal) === (direction === 'rising');
  return {
    text: `${direction}, ${isBetter ? 'better' : 'worse'}`,
    tone: isBetter ? 'good' : 'warning',
  };
}

function change({ signal, slopePerHour }: Trend, hours: number): string {
  if (slopePerHour === null) return none;
  const moved = slopePerHour * hours;
  return `${moved < 0 ? '-' : '+'}${signalValue(signal, Math.abs(moved))}`;
}

function others({ trends }: Report, moving: number): string {
  const stable = trends.filter(({ direction }) => direction === 'stable').length;
  const unknown = trends.length - stable - moving;
  const rest = `${count(stable)} stable, ${count(unknown)} with too little data (below 8 slots).`;
  return moving > 0 ? `Of the other signals ${rest}` : `No signal rises or falls: ${rest}`;
}

function isMoving(direction: Trend['direction']): boolean {
  return direction === 'rising' || direction === 'falling';
}
