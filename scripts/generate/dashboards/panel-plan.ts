/** A panel as data: what it asks, and how the answer is to be read. */
export interface PanelPlan {
  /** Stable: links and Grafana's own bookmarks name it. */
  readonly id: number;
  readonly title: string;
  /** For somebody who sees the panel for the first time. */
  readonly description: string;
  /** As Grafana names it. */
  readonly unit: GrafanaUnit;
  readonly kind: PanelKind;
  /** Of 24 columns. */
  readonly width: number;
  readonly queries: readonly [PanelQuery, ...PanelQuery[]];
}

/** One query of a panel. */
interface PanelQuery {
  readonly expression: string;
  /** Grafana's template for the name of each series. */
  readonly legend: string;
}

/** Panels that stand together. */
export interface RowPlan {
  readonly id: number;
  readonly title: string;
  readonly panels: readonly PanelPlan[];
}

/** `number` is one figure for all the time shown; `bars` are stacked. */
export type PanelKind = 'number' | 'lines' | 'bars' | 'heatmap';

type GrafanaUnit = 'short' | 's' | 'percentunit' | 'cpm';
