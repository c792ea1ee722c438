import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { workspace } from '../../scripts/run-command.ts';

/** What the tests read of a dashboard's JSON. */
export interface Dashboard {
  readonly uid: string;
  readonly editable: boolean;
  readonly panels: readonly Panel[];
  readonly templating: { readonly list: readonly Variable[] };
}

export interface Panel {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly description?: string;
  readonly datasource?: DataSource;
  readonly targets?: readonly Target[];
  readonly fieldConfig?: {
    readonly defaults: {
      readonly unit?: string;
      readonly custom?: { readonly stacking?: { readonly mode: string } };
    };
  };
  readonly gridPos: {
    readonly x: number;
    readonly y: number;
    readonly w: number;
    readonly h: number;
  };
}

interface Target {
  readonly refId: string;
  readonly expr: string;
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

/** A query of a panel, with a name for people. */
export interface NamedQuery {
  readonly name: string;
  readonly expression: string;
}

/** The committed dashboard, as Grafana gets it. */
export const dashboard: Dashboard = JSON.parse(
  readFileSync(join(workspace, 'grafana', 'dashboards', 'turnscope.json'), 'utf8'),
);

/** The panels that show something: all but the headings of rows. */
export const panels: readonly Panel[] = dashboard.panels.filter(({ type }) => type !== 'row');

/** Every query of every panel, as it is written. */
export const queries: readonly NamedQuery[] = panels.flatMap(({ title, targets = [] }) =>
  targets.map(({ refId, expr }) => ({ name: `${title} ${refId}`, expression: expr })),
);

/** A query as Grafana would send it with everything selected. */
export function withVariables(expression: string, rateInterval: string): string {
  return expression
    .replaceAll('$__rate_interval', rateInterval)
    .replaceAll('$__range', '1h')
    .replaceAll(/\$\w+/g, '.*');
}
