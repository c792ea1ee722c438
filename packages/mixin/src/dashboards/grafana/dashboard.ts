import {
  type Dashboard,
  DashboardBuilder,
  DashboardCursorSync,
  DashboardLinkBuilder,
  DashboardLinkType,
  RowBuilder,
} from '@grafana/grafana-foundation-sdk/dashboard';
import { dashboardTag, dashboardUid } from '../dashboard-names.ts';
import type { DashboardPlan } from '../plan/panel-plan.ts';
import { annotations } from './annotations.ts';
import { inSight } from './in-sight.ts';
import { panel } from './panel.ts';
import { variables } from './variables.ts';

/** A dashboard as Grafana reads it. */
export function dashboard({ name, title, description, rows, annotated }: DashboardPlan): Dashboard {
  const builder = new DashboardBuilder(title)
    .uid(dashboardUid(name))
    .description(description)
    .tags([dashboardTag, 'generated'])
    .readonly()
    .timezone('browser')
    .tooltip(DashboardCursorSync.Crosshair)
    .time({ from: 'now-6h', to: 'now' })
    .refresh('30s')
    .variables(variables(expressionsOf(rows)))
    .annotations(annotations(annotated))
    .links([inSight(toTheOthers())]);
  for (const row of rows) {
    builder.withRow(new RowBuilder(row.title).id(row.id));
    for (const plan of row.panels) builder.withPanel(panel(plan));
  }
  return builder.build();
}

function expressionsOf(rows: DashboardPlan['rows']): readonly string[] {
  return rows.flatMap(({ panels }) =>
    panels.flatMap(({ queries }) => queries.map(({ expression }) => expression)),
  );
}

/** All dashboards with the tag, each by its name, with the time and the choices that are made here. */
function toTheOthers(): DashboardLinkBuilder {
  return new DashboardLinkBuilder('Turnscope')
    .type(DashboardLinkType.Dashboards)
    .tags([dashboardTag])
    .keepTime(true)
    .includeVars(true);
}
