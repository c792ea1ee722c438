import {
  BigValueColorMode,
  BigValueGraphMode,
  BigValueTextMode,
} from '@grafana/grafana-foundation-sdk/common';
import { FieldColorBuilder, FieldColorModeId } from '@grafana/grafana-foundation-sdk/dashboard';
import * as stat from '@grafana/grafana-foundation-sdk/stat';
import type { PanelPlan } from '../plan/panel-plan.ts';
import { described } from './described.ts';
import { commonThresholds, noThresholds, ownThresholds } from './thresholds.ts';

/** A figure for each series, in the colour of its limits. */
export function numberPanel(plan: PanelPlan): stat.PanelBuilder {
  const { limits } = plan;
  const builder = described(new stat.PanelBuilder(), plan, 4)
    .colorMode(BigValueColorMode.Value)
    .graphMode(BigValueGraphMode.None)
    .textMode(isNamed(plan) ? BigValueTextMode.ValueAndName : BigValueTextMode.Value)
    .colorScheme(new FieldColorBuilder().mode(FieldColorModeId.Thresholds))
    .thresholds(limits ? commonThresholds(limits) : noThresholds());
  for (const { series, property } of limits ? ownThresholds(limits) : []) {
    builder.overrideByName(series, [property]);
  }
  return builder;
}

/** Whose figure it is says the title, or the name of the series, even where there is one only. */
function isNamed({ queries }: PanelPlan): boolean {
  return queries.length > 1 || queries.some(({ legend }) => legend.includes('{{'));
}
