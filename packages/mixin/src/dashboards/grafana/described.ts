import type { Builder } from '@grafana/grafana-foundation-sdk/cog';
import type { DataSourceRef } from '@grafana/grafana-foundation-sdk/common';
import {
  type DashboardLink,
  DashboardLinkBuilder,
  DashboardLinkType,
} from '@grafana/grafana-foundation-sdk/dashboard';
import { DataqueryBuilder, PromQueryFormat } from '@grafana/grafana-foundation-sdk/prometheus';
import { type DashboardName, dashboardUid } from '../dashboard-names.ts';
import type { PanelKind, PanelPlan, PanelQuery } from '../plan/panel-plan.ts';
import { inSight } from './in-sight.ts';
import { dataSource } from './variables.ts';

/** What the builders of all kinds of panels can do. */
interface DescribedBuilder {
  id(id: number): this;
  title(title: string): this;
  description(description: string): this;
  unit(unit: string): this;
  decimals(decimals: number): this;
  noValue(text: string): this;
  span(columns: number): this;
  height(rows: number): this;
  datasource(source: DataSourceRef): this;
  links(links: Builder<DashboardLink>[]): this;
  withTarget(target: DataqueryBuilder): this;
}

/** Tells a panel of any kind what its plan says, height by kind where the plan says none. */
export function described<Kind extends DescribedBuilder>(
  builder: Kind,
  plan: PanelPlan,
  height: number,
): Kind {
  builder
    .id(plan.id)
    .title(plan.title)
    .description(plan.description)
    .unit(plan.unit)
    .noValue(plan.noValue ?? 'no data')
    .span(plan.width)
    .height(plan.height ?? height)
    .datasource(dataSource);
  if (plan.decimals !== undefined) builder.decimals(plan.decimals);
  if (plan.more) builder.links([inSight(linkTo(plan.more))]);
  for (const [at, query] of plan.queries.entries())
    builder.withTarget(target(plan.kind, query, at));
  return builder;
}

/** Grafana's name for a query of a panel. */
export function refId(at: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + at);
}

const formats: Readonly<Partial<Record<PanelKind, PromQueryFormat>>> = {
  heatmap: PromQueryFormat.Heatmap,
  table: PromQueryFormat.Table,
};

/** Kinds that show the end of the time only. */
const instantKinds: ReadonlySet<PanelKind> = new Set<PanelKind>(['number', 'table']);

function target(kind: PanelKind, query: PanelQuery, at: number): DataqueryBuilder {
  const { expression, legend, exemplars = false } = query;
  const builder = new DataqueryBuilder()
    .refId(refId(at))
    .datasource(dataSource)
    .expr(expression)
    .legendFormat(legend)
    .format(formats[kind] ?? PromQueryFormat.TimeSeries);
  if (exemplars) builder.exemplar(true);
  return instantKinds.has(kind) ? builder.instant() : builder.range();
}

function linkTo(name: DashboardName): DashboardLinkBuilder {
  return new DashboardLinkBuilder('More about this')
    .type(DashboardLinkType.Link)
    .url(`/d/${dashboardUid(name)}?\${__url_time_range}&\${__all_variables}`);
}
