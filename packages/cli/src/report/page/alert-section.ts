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

/** Where a critical alert fires, its warning says nothing new. */
export function alertSection({ report, timeZone }: ReportView): Section {
  const { active, resolved, breaches } = report.alerts;
  const shown = active.filter(({ inhibited }) => !inhibited);
  const blocks: Block[] = [];
  if (shown.length > 0) blocks.push(activeList(shown, timeZone));
  if (resolved.length > 0) blocks.push(...resolvedBlocks(resolved, timeZone));
  if (blocks.length === 0) blocks.push(paragraph('No alert fired, and none is pending.', 'good'));
  if (breaches.length > 0) {
    blocks.push(paragraph('Single events beyond a limit, which is no alert by itself:'));
    blocks.push(breachTable(breaches));
  }
  return { title: 'Alerts', blocks };
}

function activeList(alerts: readonly Alert[], timeZone: string): Block {
  const time = timeFormat(timeZone);
  const items = alerts.map(({ state, severity, summary, description, name, changedAt }) => ({
    title: `${state}, ${severity}: ${summary}`,
    tone: severity,
    text: `${description} ${name}, ${state} since ${time(changedAt)}.`,
  }));
  return { kind: 'list', items };
}

/** The latest come last. */
function resolvedBlocks(alerts: readonly Alert[], timeZone: string): readonly Block[] {
  const time = timeFormat(timeZone);
  const shown = alerts.slice(-mostShown);
  const hidden = alerts.length - shown.length;
  const more = hidden > 0 ? `, and ${count(hidden)} before these` : '';
  return [
    paragraph(`Resolved in this time${more}:`),
    {
      kind: 'table',
      columns: [
        textColumn('resolved'),
        textColumn('severity'),
        nameColumn('alert', 20),
        nameColumn('process type'),
      ],
      rows: shown.map(({ severity, name, processType, changedAt }) => [
        cell(time(changedAt)),
        cell(severity),
        cell(name),
        cell(processType ?? 'Turnscope itself'),
      ]),
    },
  ];
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
