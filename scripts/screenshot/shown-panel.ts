import type { GridPosition } from '../../e2e/support/dashboards.ts';

/** A panel with what Prometheus answered, ready to be drawn. */
export interface ShownPanel {
  readonly title: string;
  /** Grafana's name for the kind of panel: row, stat, timeseries, heatmap, state-timeline or table. */
  readonly type: string;
  readonly place: GridPosition;
  readonly unit: string;
  readonly decimals?: number | undefined;
  readonly noValue: string;
  readonly isStacked: boolean;
  /** Figures stand with the names of their series. */
  readonly isNamed: boolean;
  /** Values from which a colour holds; where a panel draws them as lines, those. */
  readonly steps: readonly Step[];
  readonly hasLimitLines: boolean;
  readonly words: Words;
  readonly series: readonly ShownSeries[];
  readonly columns: readonly ShownColumn[];
}

export type Words = Readonly<Record<string, { readonly text: string; readonly color: string }>>;

export interface Step {
  readonly value: number | null;
  readonly color: string;
}

export interface ShownSeries {
  readonly name: string;
  /** Grafana's name of a colour, where the dashboard names one. */
  readonly color?: string | undefined;
  readonly isDashed: boolean;
  readonly isInLegend: boolean;
  /** Of a single figure. */
  readonly steps: readonly Step[];
  /** Epoch seconds and values; one of them for a single figure. */
  readonly points: readonly Point[];
}

type Point = readonly [time: number, value: number];

/** A column of a table: the same rows in each. */
export interface ShownColumn {
  readonly heading: string;
  readonly unit: string;
  readonly decimals?: number | undefined;
  readonly steps: readonly Step[];
  /** What values stand for, where they are no quantities. */
  readonly words: Words;
  readonly cells: readonly (string | number | undefined)[];
}

/** What an annotation marks, in epoch seconds. */
export interface ShownMark {
  readonly name: string;
  readonly color: string;
  readonly from: number;
  readonly to: number;
}

/** A dashboard and the time it shows. */
export interface ShownDashboard {
  readonly title: string;
  readonly description: string;
  readonly from: number;
  readonly to: number;
  readonly panels: readonly ShownPanel[];
  readonly marks: readonly ShownMark[];
}
