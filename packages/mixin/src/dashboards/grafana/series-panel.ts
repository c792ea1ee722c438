import {
  GraphDrawStyle,
  GraphThresholdsStyleConfigBuilder,
  GraphThresholdsStyleMode,
  SortOrder,
  StackingConfigBuilder,
  StackingMode,
  TooltipDisplayMode,
  VisibilityMode,
  VizLegendOptionsBuilder,
  VizTooltipOptionsBuilder,
} from '@grafana/grafana-foundation-sdk/common';
import { FieldColorBuilder, FieldColorModeId } from '@grafana/grafana-foundation-sdk/dashboard';
import * as timeseries from '@grafana/grafana-foundation-sdk/timeseries';
import type { PanelPlan } from '../plan/panel-plan.ts';
import { described, refId } from './described.ts';
import { limitColors } from './limit-colors.ts';
import { seriesColors } from './series-colors.ts';
import { commonThresholds, noThresholds } from './thresholds.ts';

/** Lines over time; limits are dashed. */
export function linesPanel(plan: PanelPlan): timeseries.PanelBuilder {
  const builder = seriesPanel(plan)
    .drawStyle(GraphDrawStyle.Line)
    .lineWidth(2)
    .fillOpacity(0)
    .spanNulls(300_000);
  addFixedLimits(builder, plan);
  for (const [at, { limit }] of plan.queries.entries()) {
    if (!limit) continue;
    builder.overrideByQuery(refId(at), [...limitLine(limitColors[limit]), ...outOfLegend(plan)]);
  }
  return builder;
}

/** Bars over time, one on the other. */
export function barsPanel(plan: PanelPlan): timeseries.PanelBuilder {
  return seriesPanel(plan)
    .drawStyle(GraphDrawStyle.Bars)
    .lineWidth(0)
    .fillOpacity(80)
    .stacking(new StackingConfigBuilder().mode(StackingMode.Normal).group('A'));
}

function seriesPanel(plan: PanelPlan): timeseries.PanelBuilder {
  return seriesColors(described(new timeseries.PanelBuilder(), plan, 8), plan)
    .min(0)
    .showPoints(VisibilityMode.Never)
    .colorScheme(new FieldColorBuilder().mode(FieldColorModeId.PaletteClassicByName))
    .thresholds(noThresholds())
    .legend(new VizLegendOptionsBuilder().showLegend(true))
    .tooltip(
      new VizTooltipOptionsBuilder().mode(TooltipDisplayMode.Multi).sort(SortOrder.Descending),
    );
}

/** Limits that no metric shows are Grafana's own lines. */
function addFixedLimits(builder: timeseries.PanelBuilder, { limits }: PanelPlan): void {
  if (limits === undefined || limits.shownAs !== undefined) return;
  builder
    .thresholds(commonThresholds(limits))
    .thresholdsStyle(new GraphThresholdsStyleConfigBuilder().mode(GraphThresholdsStyleMode.Dashed));
}

/** Where every process type has lines of its own, a legend of them would take half of the panel. */
function outOfLegend({ limits }: PanelPlan) {
  const areMany = Object.keys(limits?.byProcessType ?? {}).length > 0;
  const hidden = { legend: true, tooltip: false, viz: false };
  return areMany ? [{ id: 'custom.hideFrom', value: hidden }] : [];
}

function limitLine(fixedColor: string) {
  return [
    { id: 'color', value: { mode: FieldColorModeId.Fixed, fixedColor } },
    { id: 'custom.lineStyle', value: { fill: 'dash', dash: [8, 6] } },
    { id: 'custom.lineWidth', value: 1 },
  ];
}
