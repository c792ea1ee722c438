import type { Grade } from '@turnscope/core';
import { count, score } from './numbers.ts';
import { paragraph, type Section, type Tone } from './page.ts';
import type { ReportView } from './report-view.ts';

const tones: Readonly<Record<Grade, Tone>> = {
  A: 'good',
  B: 'good',
  C: 'warning',
  D: 'warning',
  F: 'critical',
};

const meaning =
  'Efficiency, weighted by turns: the share of work that is both done and fast. A from 0.9, B from 0.8, C from 0.7, D from 0.6, else F.';

export function overallSection({ report }: ReportView): Section {
  const { score: value, grade, turns } = report.overall;
  const of = `${count(turns)} ${turns === 1 ? 'turn' : 'turns'}`;
  if (value === null || grade === null) {
    const why = `No score yet: the ${of} are too few, or too few of their responses were measured.`;
    return { title: 'Overall', blocks: [paragraph(why), paragraph(meaning, 'faint')] };
  }
  const line = `Grade ${grade}, score ${score(value)} of 1, from ${of}.`;
  return { title: 'Overall', blocks: [paragraph(line, tones[grade]), paragraph(meaning, 'faint')] };
}
