import { describe, expect, it } from '@jest/globals';
import { writeReport } from '../../../src/report/render/write-report.ts';
import { expectGolden } from '../../support/golden.ts';
import { emptyReport, healthyReport, troubledReport } from '../../support/report-value.ts';

const reports = { empty: emptyReport(), healthy: healthyReport(), troubled: troubledReport() };
const hints = { empty: ['3 transcripts read. Try --since all.'], healthy: [], troubled: [] };

describe.each(['empty', 'healthy', 'troubled'] as const)('a report that is %s', (name) => {
  const view = { report: reports[name], hints: hints[name], timeZone: 'Europe/Vienna' };

  it('is text', () => expectGolden(`${name}.txt`, writeReport(view, 'text', false)));
  it('is Markdown', () => expectGolden(`${name}.md`, writeReport(view, 'markdown', true)));
  it('is JSON', () => expectGolden(`${name}.json.txt`, writeReport(view, 'json', true)));

  it('says the same with colours', () => {
    const painted = writeReport(view, 'text', true);
    const sequences = new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'g');
    expect(painted.replace(sequences, '')).toBe(writeReport(view, 'text', false));
    expect(painted).not.toBe(writeReport(view, 'text', false));
  });
});
