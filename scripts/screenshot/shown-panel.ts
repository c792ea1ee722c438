/** A panel with what Prometheus answered, ready to be drawn. */
export interface ShownPanel {
  readonly title: string;
  readonly unit: string;
  /** Grafana's name for the kind of panel: stat, timeseries or heatmap. */
  readonly type: string;
  readonly isStacked: boolean;
  readonly series: readonly ShownSeries[];
}

export interface ShownSeries {
  readonly name: string;
  /** Epoch seconds and values; one of them for a single figure. */
  readonly points: readonly (readonly [time: number, value: number])[];
}

/** All panels of a picture, and the time they show. */
export interface ShownDashboard {
  readonly from: number;
  readonly to: number;
  readonly agents: number;
  readonly panels: readonly ShownPanel[];
}
