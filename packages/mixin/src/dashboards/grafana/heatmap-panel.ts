import {
  ScaleDistribution,
  ScaleDistributionConfigBuilder,
  TooltipDisplayMode,
} from '@grafana/grafana-foundation-sdk/common';
import * as heatmap from '@grafana/grafana-foundation-sdk/heatmap';
import type { PanelPlan } from '../plan/panel-plan.ts';
import { described } from './described.ts';

/** How many lay in which bucket, over time. */
export function heatmapPanel(plan: PanelPlan): heatmap.PanelBuilder {
  return described(new heatmap.PanelBuilder(), plan, 8)
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
    .tooltip(new heatmap.HeatmapTooltipBuilder().mode(TooltipDisplayMode.Single).yHistogram(true));
}
