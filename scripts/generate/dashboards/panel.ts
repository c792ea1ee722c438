import type { Builder } from '@grafana/grafana-foundation-sdk/cog';
import {
  BigValueColorMode,
  BigValueGraphMode,
  type DataSourceRef,
  GraphDrawStyle,
  ScaleDistribution,
  ScaleDistributionConfigBuilder,
  SortOrder,
  StackingConfigBuilder,
  StackingMode,
  TooltipDisplayMode,
  VisibilityMode,
  VizLegendOptionsBuilder,
  VizTooltipOptionsBuilder,
} from '@grafana/grafana-foundation-sdk/common';
import {
  FieldColorBuilder,
  FieldColorModeId,
  type Panel,
  ThresholdsConfigBuilder,
  ThresholdsMode,
} from '@grafana/grafana-foundation-sdk/dashboard';
import * as heatmap from '@grafana/grafana-foundation-sdk/heatmap';
import { DataqueryBuilder, PromQueryFormat } from '@grafana/grafana-foundation-sdk/prometheus';
import * as stat from '@grafana/grafana-foundation-sdk/stat';
import * as timeseries from '@grafana/grafana-foundation-sdk/timeseries';
import { outcomeColors } from './outcome-colors.ts';
import type { PanelKind, PanelPlan } from './panel-plan.ts';
import { dataSource } from './variables.ts';

/** A panel as Grafana's builder of its kind. */
export function panel(plan: PanelPlan): Builder<Panel> {
  return builders[plan.kind](plan);
}

const builders: Readonly<Record<PanelKind, (plan: PanelPlan) => Builder<Panel>>> = {
  number: (plan) =>
    described(new stat.PanelBuilder(), plan)
      .height(4)
      .noValue('no data')
      .colorMode(BigValueColorMode.Value)
      .graphMode(BigValueGraphMode.None)
      .colorScheme(new FieldColorBuilder().mode(FieldColorModeId.Fixed).fixedColor('text'))
      .thresholds(noThresholds()),
  lines: (plan) =>
    lines(plan).drawStyle(GraphDrawStyle.Line).lineWidth(2).fillOpacity(8).spanNulls(300_000),
  bars: (plan) =>
    lines(plan)
      .drawStyle(GraphDrawStyle.Bars)
      .lineWidth(0)
      .fillOpacity(80)
      .stacking(new StackingConfigBuilder().mode(StackingMode.Normal).group('A')),
  heatmap: (plan) =>
    described(new heatmap.PanelBuilder(), plan)
      .height(8)
      .calculate(false)
      .cellGap(1)
      .color(
        new heatmap.HeatmapColorOptionsBuilder()
          .mode(heatmap.HeatmapColorMode.Scheme)
          .scheme('Oranges')
          .steps(64)
          .exponent(0.5)
          .scale(heatmap.HeatmapColorScale.Exponential),
      )
      .yAxis(new heatmap.YAxisConfigBuilder().unit(plan.unit))
      .scaleDistribution(new ScaleDistributionConfigBuilder().type(ScaleDistribution.Linear))
      .tooltip(
        new heatmap.HeatmapTooltipBuilder().mode(TooltipDisplayMode.Single).yHistogram(true),
      ),
};

function lines(plan: PanelPlan): timeseries.PanelBuilder {
  return outcomeColors(described(new timeseries.PanelBuilder(), plan))
    .height(8)
    .min(0)
    .showPoints(VisibilityMode.Never)
    .thresholds(noThresholds())
    .legend(new VizLegendOptionsBuilder().showLegend(true))
    .tooltip(
      new VizTooltipOptionsBuilder().mode(TooltipDisplayMode.Multi).sort(SortOrder.Descending),
    );
}

/** What the builders of all kinds of panels can do. */
interface DescribedBuilder {
  id(id: number): this;
  title(title: string): this;
  description(description: string): this;
  unit(unit: string): this;
  span(columns: number): this;
  datasource(source: DataSourceRef): this;
  withTarget(target: DataqueryBuilder): this;
}

function described<Kind extends DescribedBuilder>(builder: Kind, plan: PanelPlan): Kind {
  builder
    .id(plan.id)
    .title(plan.title)
    .description(plan.description)
    .unit(plan.unit)
    .span(plan.width)
    .datasource(dataSource);
  for (const index of plan.queries.keys()) builder.withTarget(target(plan, index));
  return builder;
}

function target({ kind, queries }: PanelPlan, index: number): DataqueryBuilder {
  const { expression = '', legend = '' } = queries[index] ?? {};
  const query = new DataqueryBuilder()
    .refId(String.fromCharCode('A'.charCodeAt(0) + index))
    .datasource(dataSource)
    .expr(expression)
    .legendFormat(legend)
    .format(kind === 'heatmap' ? PromQueryFormat.Heatmap : PromQueryFormat.TimeSeries);
  return kind === 'number' ? query.instant() : query.range();
}

function noThresholds(): ThresholdsConfigBuilder {
  const steps = [{ value: null, color: 'green' }];
  return new ThresholdsConfigBuilder().mode(ThresholdsMode.Absolute).steps(steps);
}
