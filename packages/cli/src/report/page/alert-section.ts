import type { Alert, AlertSummary } from '@turnscope/core';
import { count, signalTitle } from './numbers.ts';
import {
  type Block,
  cell,
  nameColumn,
  numberColumn,
  paragraph,
  type Section,
  textColumn,
} from './page.ts';
import type { ReportView } from './report-view.ts';
import { timeFormat } from './times.ts';

/** A page shows the latest so many; the JSON form has more. */
const mostShown = 10;

export function alertSection({ report, timeZone }: ReportView): Section {
  const { active, resolved, breaches } = report.alerts;
  const blocks: Block[] = [];
  const shown = [...active, ...resolved.slice(-mostShown)];
  if (shown.length > 0) blocks.push(alertList(shown, timeZone));
  else blocks.push(paragraph('No alert fired, and none is pending.', 'good'));
  const hidden = Math.max(0, resolved.length - mostShown);
  if (hidden > 0) {
    const line = `${count(hidden)} resolved earlier: more of them with --format json.`;
    blocks.push(paragraph(line, 'faint'));
  }
  if (breaches.length > 0) {
    blocks.push(paragraph('Single events beyond a limit, which is no alert by itself:'));
    blocks.push(breachTable(breaches));
  }
  return { title: 'Alerts', blocks };
}

function alertList(alerts: readonly Alert[], timeZone: string): Block {
  const time = timeFormat(timeZone);
  const items = alerts.map(({ state, severity, summary, description, name, changedAt }) => ({
    title: `${state}, ${severity}: ${summary}`,
    tone: state === 'resolved' ? ('good' as const) : severity,
    text: `${description} ${name}, ${state} ${state === 'resolved' ? 'on' : 'since'} ${time(changedAt)}.`,
  }));
  return { kind: 'list', items };
}

function breachTable(breaches: AlertSummary['breaches']): Block {
  return {
    kind: 'table',
    columns: [
      nameColumn('process type'),
      textColumn('measured'),
      textColumn('limit'),
      numberColumn('events'),
    ],
    rows: breaches.map(({ processType, metric, severity, count: events }) => [
      cell(processType),
      cell(signalTitle(metric)),
      cell(severity),
      cell(count(events)),
    ]),
  };
}
