import { type Dashboard, type Panel, withVariables } from '../../e2e/support/dashboards.ts';
import type { PrometheusApi } from '../../e2e/support/prometheus-server.ts';
import type { Answer } from './answer.ts';
import { fieldLook } from './field-look.ts';
import { showTable } from './show-table.ts';
import type { ShownDashboard, ShownMark, ShownPanel, ShownSeries } from './shown-panel.ts';

/** The time that a dashboard shows, in epoch seconds, and how it is cut. */
export interface ShownTime {
  readonly from: number;
  readonly to: number;
  readonly stepSeconds: number;
  /** As Grafana would fill in for `$__rate_interval`. */
  readonly rateInterval: string;
}

/** Asks Prometheus what a dashboard would ask, with everything selected. */
export async function showDashboard(
  dashboard: Dashboard,
  prometheus: PrometheusApi,
  time: ShownTime,
): Promise<ShownDashboard> {
  const panels: ShownPanel[] = [];
  for (const panel of dashboard.panels) panels.push(await showPanel(panel, prometheus, time));
  const { from, to } = time;
  return {
    title: dashboard.title,
    description: dashboard.description,
    from,
    to,
    panels,
    marks: await marksOf(dashboard, prometheus, time),
  };
}

async function showPanel(
  panel: Panel,
  prometheus: PrometheusApi,
  time: ShownTime,
): Promise<ShownPanel> {
  const { title, type, gridPos, targets = [], fieldConfig } = panel;
  const defaults = fieldConfig?.defaults;
  const isMoment = type === 'stat' || type === 'table';
  const answers: Answer[] = [];
  for (const target of targets) {
    const query = filled(target.expr, time);
    const results = isMoment
      ? await prometheus.query(query, time.to)
      : await prometheus.queryRange(query, stepsOf(time));
    answers.push({ target, results });
  }
  return {
    title,
    type,
    place: gridPos,
    unit: defaults?.unit ?? '',
    decimals: defaults?.decimals,
    noValue: defaults?.noValue ?? '',
    isNamed: panel.options?.textMode === 'value_and_name',
    isStacked: defaults?.custom?.stacking?.mode === 'normal',
    steps: defaults?.thresholds?.steps ?? [],
    hasLimitLines: defaults?.custom?.thresholdsStyle !== undefined,
    words: fieldLook(panel, '').words,
    series: type === 'table' ? [] : answers.flatMap((answer) => seriesOf(panel, answer)),
    columns: type === 'table' ? showTable(panel, answers) : [],
  };
}

function seriesOf(panel: Panel, { target, results }: Answer): readonly ShownSeries[] {
  return results.map(({ metric, value, values }) => {
    const name = named(target.legendFormat ?? '', metric);
    const { color, isDashed, isInLegend, steps } = fieldLook(panel, name, target.refId);
    const points = values ?? (value ? [value] : []);
    return {
      name,
      color,
      isDashed,
      isInLegend,
      steps,
      points: points.map(([at, text]) => [at, Number(text)] as const),
    };
  });
}

async function marksOf(
  { annotations }: Dashboard,
  prometheus: PrometheusApi,
  time: ShownTime,
): Promise<readonly ShownMark[]> {
  const marks: ShownMark[] = [];
  for (const { name, expr, enable, iconColor } of annotations.list) {
    if (!enable) continue;
    const results = await prometheus.queryRange(filled(expr, time), stepsOf(time));
    for (const { values = [] } of results) {
      for (const [from, to] of regionsOf(
        values.map(([at]) => at),
        time.stepSeconds,
      )) {
        marks.push({ name, color: iconColor, from, to });
      }
    }
  }
  return marks;
}

/** Grafana makes one region of marks that follow each other. */
function regionsOf(times: readonly number[], step: number): readonly (readonly [number, number])[] {
  const regions: [number, number][] = [];
  for (const at of times) {
    const last = regions.at(-1);
    if (last && at - last[1] <= step) last[1] = at;
    else regions.push([at, at]);
  }
  return regions;
}

function filled(expression: string, { from, to, rateInterval }: ShownTime): string {
  return withVariables(expression, rateInterval, `${to - from}s`);
}

function stepsOf({ from, to, stepSeconds }: ShownTime) {
  return { start: from, end: to, step: stepSeconds };
}

function named(legend: string, labels: Readonly<Record<string, string>>): string {
  return legend.replaceAll(/\{\{(\w+)\}\}/g, (_, label: string) => labels[label] ?? '').trim();
}
