import type { Builder } from '@grafana/grafana-foundation-sdk/cog';
import type { Panel } from '@grafana/grafana-foundation-sdk/dashboard';
import type { PanelKind, PanelPlan } from '../plan/panel-plan.ts';
import { heatmapPanel } from './heatmap-panel.ts';
import { numberPanel } from './number-panel.ts';
import { barsPanel, linesPanel } from './series-panel.ts';
import { statesPanel } from './states-panel.ts';
import { tablePanel } from './table-panel.ts';

/** A panel as Grafana's builder of its kind. */
export function panel(plan: PanelPlan): Builder<Panel> {
  return builders[plan.kind](plan);
}

const builders: Readonly<Record<PanelKind, (plan: PanelPlan) => Builder<Panel>>> = {
  number: numberPanel,
  lines: linesPanel,
  bars: barsPanel,
  heatmap: heatmapPanel,
  states: statesPanel,
  table: tablePanel,
};
