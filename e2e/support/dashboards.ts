import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { workspace } from '../../scripts/run-command.ts';

/** What the tests read of a dashboard's JSON. */
export interface Dashboard {
  readonly uid: string;
  readonly title: string;
  readonly description: string;
  readonly editable: boolean;
  readonly panels: readonly Panel[];
  readonly templating: { readonly list: readonly Variable[] };
  readonly annotations: { readonly list: readonly Annotation[] };
}

export interface Panel {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly description?: string;
  readonly datasource?: DataSource;
  readonly targets?: readonly Target[];
  readonly fieldConfig?: {
    readonly defaults: FieldDefaults;
    readonly overrides: readonly Override[];
  };
  readonly options?: { readonly sortBy?: readonly SortBy[]; readonly textMode?: string };
  readonly transformations?: readonly Transformation[];
  readonly gridPos: GridPosition;
}

export interface GridPosition {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

interface FieldDefaults {
  readonly unit?: string;
  readonly noValue?: string;
  readonly decimals?: number;
  readonly thresholds?: Thresholds;
  readonly mappings?: readonly Mapping[];
  readonly custom?: {
    readonly stacking?: { readonly mode: string };
    readonly thresholdsStyle?: unknown;
  };
}

interface Thresholds {
  readonly steps: readonly { readonly value: number | null; readonly color: string }[];
}

export interface Mapping {
  readonly options: Readonly<Record<string, { readonly text: string; readonly color: string }>>;
}

/** Properties of the fields that a matcher finds, by name or by the query they come from. */
interface Override {
  readonly matcher: { readonly id: string; readonly options: string };
  readonly properties: readonly { readonly id: string; readonly value: unknown }[];
}

interface SortBy {
  readonly displayName: string;
  readonly desc?: boolean;
}

interface Transformation {
  readonly id: string;
  readonly options: {
    readonly renameByName?: Readonly<Record<string, string>>;
  };
}

export interface Target {
  readonly refId: string;
  readonly expr: string;
  readonly exemplar?: boolean;
  readonly legendFormat?: string;
  readonly datasource?: DataSource;
}

interface DataSource {
  readonly type: string;
  readonly uid: string;
}

export interface Variable {
  readonly name: string;
  readonly type: string;
  readonly query: string | { readonly query: string };
  readonly datasource?: DataSource;
  readonly refresh?: number;
  readonly multi?: boolean;
  readonly includeAll?: boolean;
  readonly allValue?: string;
}

interface Annotation {
  readonly name: string;
  readonly enable: boolean;
  readonly iconColor: string;
  readonly expr: string;
  readonly datasource: DataSource;
}

/** A query of a panel or an annotation, with a name for people. */
export interface NamedQuery {
  readonly name: string;
  readonly expression: string;
  /** The panel's kind, or `annotation`. */
  readonly type: string;
}

const folder = join(workspace, 'grafana', 'dashboards');

/** The committed dashboards, as Grafana gets them, by the names of their files. */
export const dashboards: readonly (Dashboard & { readonly file: string })[] = readdirSync(folder)
  .sort()
  .map((file) => ({ file, ...JSON.parse(readFileSync(join(folder, file), 'utf8')) }));

/** The panels that show something: all but the headings of rows. */
export function panelsOf({ panels }: Dashboard): readonly Panel[] {
  return panels.filter(({ type }) => type !== 'row');
}

/** Every query of every panel and annotation, as it is written. */
export const queries: readonly NamedQuery[] = dashboards.flatMap((dashboard) => [
  ...panelsOf(dashboard).flatMap(({ title, type, targets = [] }) =>
    targets.map(({ refId, expr }) => ({
      name: `${dashboard.title}: ${title} ${refId}`,
      expression: expr,
      type,
    })),
  ),
  ...dashboard.annotations.list.map(({ name, expr }) => ({
    name: `${dashboard.title}: annotation ${name}`,
    expression: expr,
    type: 'annotation',
  })),
]);

/** A query as Grafana would send it with everything selected. */
export function withVariables(expression: string, rateInterval: string, range = '1h'): string {
  return expression
    .replaceAll('$__rate_interval', rateInterval)
    .replaceAll('$__range', range)
    .replaceAll(/\$\w+/g, '.*');
}
