import { count } from './numbers.ts';
import { paragraph, type Section } from './page.ts';
import type { ReportView } from './report-view.ts';

export function recommendationSection({ report }: ReportView): Section {
  const title = 'Recommendations';
  const { recommendations } = report;
  if (recommendations.length === 0) {
    const line = 'Nothing is beyond its limit. Nothing to do, enjoy your agents.';
    return { title, blocks: [paragraph(line, 'good')] };
  }
  const items = recommendations.map(({ severity, summary, description, samples, alert }) => ({
    title: `${severity}: ${summary}`,
    tone: severity,
    text: `${description} Made from ${count(samples)} samples; the alert is ${alert}.`,
  }));
  return { title, blocks: [{ kind: 'list', items }] };
}
