import type { CompactionReport } from '@turnscope/core';
import { amount, count, duration, none, percent, score } from './numbers.ts';
import {
  type Block,
  cell,
  nameColumn,
  numberColumn,
  paragraph,
  type Section,
  textColumn,
} from './page.ts';
import { type ReportView, toneOf } from './report-view.ts';
import { timeFormat } from './times.ts';

const meaning =
  'kept: the share of the context that is left; effect: 1 where a compaction saves all of it at once; thrash: the share that came at most 10 responses after the one before.';

/** A page shows the latest so many; the JSON form has more. */
const mostShown = 10;

export function compactionSection(view: ReportView): Section {
  const { compactions } = view.report;
  if (compactions.length === 0) {
    return { title: 'Compactions', blocks: [paragraph('No context was compacted.')] };
  }
  const shown = compactions.slice(-mostShown);
  const hidden = total(view) - shown.length;
  const blocks: Block[] = [means(view), each(view, shown)];
  if (hidden > 0)
    blocks.push(paragraph(`${count(hidden)} earlier: more of them with --format json.`, 'faint'));
  blocks.push(paragraph(meaning, 'faint'));
  return { title: 'Compactions', blocks };
}

/** The report lists only the latest of very many. */
function total({ report }: ReportView): number {
  return report.processTypes.reduce((sum, { compactions }) => sum + compactions, 0);
}

function means({ report }: ReportView): Block {
  const compacted = report.processTypes.filter(({ compactions }) => compactions > 0);
  return {
    kind: 'table',
    columns: [
      nameColumn('process type'),
      numberColumn('compactions'),
      numberColumn('kept'),
      numberColumn('took'),
      numberColumn('effect'),
      numberColumn('thrash'),
    ],
    rows: compacted.map(({ processType, compactions, signals }) => [
      cell(processType),
      cell(count(compactions)),
      cell(
        percent(signals.compaction_ratio_mean.value),
        toneOf(report, 'compaction_ratio_mean', processType),
      ),
      cell(
        duration(signals.compaction_duration_mean.value),
        toneOf(report, 'compaction_duration_mean', processType),
      ),
      cell(score(signals.compaction_effectiveness.value)),
      cell(
        percent(signals.compaction_thrash_ratio.value),
        toneOf(report, 'compaction_thrash_ratio', processType),
      ),
    ]),
  };
}

function each({ timeZone }: ReportView, compactions: readonly CompactionReport[]): Block {
  const time = timeFormat(timeZone);
  return {
    kind: 'table',
    columns: [
      textColumn('when'),
      nameColumn('process type'),
      textColumn('by'),
      numberColumn('before'),
      numberColumn('after'),
      numberColumn('kept'),
      numberColumn('took'),
      numberColumn('effect'),
    ],
    rows: compactions.map((compaction) => [
      cell(time(compaction.at)),
      cell(compaction.processType),
      cell(compaction.trigger),
      cell(size(compaction.tokensBefore)),
      cell(size(compaction.tokensAfter)),
      cell(percent(compaction.ratio)),
      cell(duration(compaction.durationSeconds)),
      cell(score(compaction.effectiveness)),
    ]),
  };
}

function size(tokens: number | null): string {
  return tokens === null ? none : amount(tokens);
}
