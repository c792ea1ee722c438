import type { PanelBuilder } from '@grafana/grafana-foundation-sdk/timeseries';
import type { PanelPlan } from '../plan/panel-plan.ts';

/**
 * What went well is green everywhere, what failed red, what a person stopped yellow; quantiles rise from
 * green to red. Other series keep the colour that Grafana gives to their name.
 */
export function seriesColors(builder: PanelBuilder, { queries }: PanelPlan): PanelBuilder {
  const legends = new Set(queries.map(({ legend }) => legend));
  for (const [legend, colors] of Object.entries(byLegend)) {
    if (!legends.has(legend)) continue;
    for (const [name, fixedColor] of Object.entries(colors)) {
      builder.overrideByName(name, [{ id: 'color', value: { mode: 'fixed', fixedColor } }]);
    }
  }
  return builder;
}

/** The names that a legend gives to series, with their colours. */
const byLegend: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '{{outcome}}': { success: 'green', error: 'red', interrupted: 'yellow' },
  '{{zone}}': { satisfied: 'green', tolerating: 'yellow', frustrated: 'red' },
  '{{pace}}': { normal: 'green', rapid: 'red' },
  '{{state}}': { ready: 'green', busy: 'blue', starting: 'yellow', unhealthy: 'red' },
  '{{reason}}': {
    clean: 'green',
    crash: 'red',
    hang: 'orange',
    killed: 'purple',
    unhealthy: 'yellow',
  },
  '{{kind}}': { fresh: 'blue', resume: 'purple', restart: 'orange' },
  '{{code}}': { 200: 'green', 503: 'yellow' },
  survived: { survived: 'green' },
  lost: { lost: 'red' },
  before: { before: 'orange' },
  after: { after: 'green' },
  p50: { p50: 'green' },
  p95: { p95: 'orange' },
  p99: { p99: 'red' },
};
