import { reportPage } from '../page/report-page.ts';
import type { ReportView } from '../page/report-view.ts';
import type { ReportFormat } from '../report-flags.ts';
import { renderJson } from './json.ts';
import { renderMarkdown } from './markdown.ts';
import { colored, plain } from './paint.ts';
import { renderText } from './text.ts';

/** A report in one of its forms. Only text has colours. */
export function writeReport(view: ReportView, format: ReportFormat, colors: boolean): string {
  switch (format) {
    case 'json':
      return renderJson(view.report);
    case 'markdown':
      return renderMarkdown(reportPage(view));
    case 'text':
      return renderText(reportPage(view), colors ? colored : plain);
  }
}
