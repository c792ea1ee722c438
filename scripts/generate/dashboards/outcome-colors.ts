import type { PanelBuilder } from '@grafana/grafana-foundation-sdk/timeseries';

/** What went well is green everywhere, what failed red; other series keep the colours of Grafana. */
export function outcomeColors(builder: PanelBuilder): PanelBuilder {
  for (const [name, fixedColor] of Object.entries(colors)) {
    builder.overrideByName(name, [{ id: 'color', value: { mode: 'fixed', fixedColor } }]);
  }
  return builder;
}

const colors = { success: 'green', error: 'red', interrupted: 'yellow' } as const;
