import { VisibilityMode, VizLegendOptionsBuilder } from '@grafana/grafana-foundation-sdk/common';
import { FieldColorBuilder, FieldColorModeId } from '@grafana/grafana-foundation-sdk/dashboard';
import * as timeline from '@grafana/grafana-foundation-sdk/statetimeline';
import type { PanelPlan } from '../plan/panel-plan.ts';
import { described } from './described.ts';
import { stateMappings } from './state-mappings.ts';
import { noThresholds } from './thresholds.ts';

/** A bar for each series, in the colour of its state; a gap where it has none. */
export function statesPanel(plan: PanelPlan): timeline.PanelBuilder {
  return described(new timeline.PanelBuilder(), plan, 8)
    .mappings(stateMappings(plan.states ?? []))
    .colorScheme(new FieldColorBuilder().mode(FieldColorModeId.Thresholds))
    .thresholds(noThresholds())
    .mergeValues(true)
    .showValue(VisibilityMode.Never)
    .rowHeight(0.8)
    .fillOpacity(85)
    .lineWidth(0)
    .legend(new VizLegendOptionsBuilder().showLegend(true));
}
