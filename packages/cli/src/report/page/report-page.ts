import { alertSection } from './alert-section.ts';
import { compactionSection } from './compaction-section.ts';
import { count, duration } from './numbers.ts';
import { overallSection } from './overall-section.ts';
import { type Page, paragraph, type Section } from './page.ts';
import {
  efficiencySection,
  latencySection,
  restartSection,
  tokenSection,
} from './process-type-sections.ts';
import { recommendationSection } from './recommendation-section.ts';
import type { ReportView } from './report-view.ts';
import { slowestSection } from './slowest-section.ts';
import { lengthOf, timeFormat } from './times.ts';
import { trendSection } from './trend-section.ts';

const sections: readonly ((view: ReportView) => Section)[] = [
  overallSection,
  efficiencySection,
  latencySection,
  tokenSection,
  compactionSection,
  restartSection,
  alertSection,
  slowestSection,
  trendSection,
  recommendationSection,
];

/** What a person is told of a report. Where nothing happened, only that, and what to do. */
export function reportPage(view: ReportView): Page {
  const { report, hints } = view;
  const isEmpty = report.processTypes.length === 0;
  return {
    title: 'Turnscope report',
    introduction: [
      paragraph(periodLine(view)),
      paragraph(`Judged by the limits of the profile ${report.profile}.`, 'faint'),
      ...(isEmpty ? [paragraph('Nothing happened in this time.', 'strong')] : []),
      ...hints.map((hint) => paragraph(hint)),
    ],
    sections: isEmpty ? [] : [...sections.map((section) => section(view)), overheadSection(view)],
  };
}

function periodLine({ report, timeZone }: ReportView): string {
  const { window } = report;
  const time = timeFormat(timeZone);
  return `${time(window.from)} to ${time(window.to)} (${lengthOf(window)}, ${timeZone})`;
}

function overheadSection({ report }: ReportView): Section {
  const { evaluations, evaluationSeconds, ringBytes, rows } = report.overhead;
  const line = `${count(evaluations)} evaluations in ${duration(evaluationSeconds)}, ${count(rows)} rows, ${count(Math.ceil(ringBytes / 1024))} KiB of history.`;
  return { title: `Turnscope ${report.turnscope} itself`, blocks: [paragraph(line, 'faint')] };
}
