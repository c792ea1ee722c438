import type { DashboardName } from '../dashboard-names.ts';
import type { PanelLimits } from './panel-limits.ts';

/** A panel as data: what it asks, and how the answer is to be read. */
export interface PanelPlan {
  /** Stable: links and Grafana's own bookmarks name it. */
  readonly id: number;
  readonly title: string;
  /** For somebody who sees the panel for the first time. */
  readonly description: string;
  readonly unit: GrafanaUnit;
  readonly decimals?: number;
  readonly kind: PanelKind;
  /** Of 24 columns. */
  readonly width: number;
  /** In units of Grafana's grid; default what the kind needs. */
  readonly height?: number;
  readonly queries: readonly [PanelQuery, ...PanelQuery[]];
  /** Beyond which numbers the answer is bad. */
  readonly limits?: PanelLimits;
  /** What single values mean, where they are no quantities. */
  readonly states?: readonly StateWord[];
  /** Tables only: the labels that tell rows apart, with the heading of their columns. */
  readonly rowLabels?: readonly RowLabel[];
  /** Tables only: the heading of the column that rows are sorted by, figures from the largest down. */
  readonly sortedBy?: string;
  /** Said instead of nothing; default `no data`. */
  readonly noValue?: string;
  /** The dashboard that says more about this. */
  readonly more?: DashboardName;
}

/** One query of a panel; of a table, one column. */
export interface PanelQuery {
  readonly expression: string;
  /** Grafana's template for the name of each series; of a column its heading. */
  readonly legend: string;
  /** The answer is a limit that other lines are held against. */
  readonly limit?: 'warning' | 'critical';
  /** Exemplars are asked for too. */
  readonly exemplars?: boolean;
  /** Of a column, where it differs from the panel. */
  readonly unit?: GrafanaUnit;
  readonly decimals?: number;
  readonly limits?: PanelLimits;
}

/** A value that stands for a word. */
export interface StateWord {
  readonly value: number;
  readonly word: string;
  readonly color: string;
}

export interface RowLabel {
  readonly name: string;
  readonly heading: string;
  /** Where each value leads; `${__value.raw}` in it is the value. */
  readonly url?: string;
}

/** Panels that stand together. */
export interface RowPlan {
  readonly id: number;
  readonly title: string;
  readonly panels: readonly PanelPlan[];
}

/** A dashboard as data. Its variables are those that its queries name. */
export interface DashboardPlan {
  readonly name: DashboardName;
  readonly title: string;
  readonly description: string;
  /** In the order of what is asked first. */
  readonly rows: readonly RowPlan[];
  /** Which annotations are shown until the reader chooses. */
  readonly annotated: readonly AnnotationName[];
}

export type AnnotationName = 'compactions' | 'restarts';

/**
 * `number`: one figure for each series, as of the end of the time shown or over all of it; `bars` are
 * stacked; `states`: when what was in which state; `table`: rows of labels and figures.
 */
export type PanelKind = 'number' | 'lines' | 'bars' | 'heatmap' | 'states' | 'table';

/** As Grafana names them; `cpm`: counts per minute. */
export type GrafanaUnit = 'short' | 's' | 'percentunit' | 'cpm' | 'currencyUSD';
