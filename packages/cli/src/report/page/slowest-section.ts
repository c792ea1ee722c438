import { count, duration } from './numbers.ts';
import { cell, nameColumn, numberColumn, paragraph, type Section } from './page.ts';
import type { ReportView } from './report-view.ts';

/** Of those that the report holds. */
const mostShown = 5;
/** An id is whole or of no use. */
const idCells = 36;

export function slowestSection({ report }: ReportView): Section {
  const title = 'Slowest conversations';
  const shown = report.slowestConversations.slice(0, mostShown);
  if (shown.length === 0) {
    return { title, blocks: [paragraph('No turn was measured from its prompt to its end.')] };
  }
  const columns = [
    nameColumn('conversation', idCells),
    nameColumn('process type'),
    numberColumn('turns'),
    numberColumn('slowest'),
    numberColumn('all turns'),
  ];
  const rows = shown.map((each) => [
    cell(each.conversationId),
    cell(each.processType),
    cell(count(each.turns)),
    cell(duration(each.slowestTurnSeconds)),
    cell(duration(each.turnSeconds)),
  ]);
  return { title, blocks: [{ kind: 'table', columns, rows }] };
}
