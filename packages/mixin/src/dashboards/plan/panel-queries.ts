import type { MetricDefinition } from '@turnscope/core';

/** Which series are put together, and by which labels the results are told apart. */
export interface View {
  readonly by?: readonly string[];
  /** Labels of the metric and the value each must match, as a regular expression. */
  readonly where?: Readonly<Record<string, string>>;
}

/** Variables of a dashboard that narrow what a metric with the label of the same name shows. */
export type NarrowingVariable = 'process_type' | 'model';

const rateInterval = '$__rate_interval';
const range = '$__range';

/**
 * Writes the PromQL of panels over series that one exporter exposes. Every selector is narrowed by job,
 * instance and those of the variables whose label the metric has. Throws for a label that it does not have.
 */
export class PanelQueries {
  readonly #variables: readonly NarrowingVariable[];

  constructor(variables: readonly NarrowingVariable[]) {
    this.#variables = variables;
  }

  /** Growth of a counter for each second. */
  perSecond(metric: MetricDefinition, view: View = {}): string {
    return this.#added('rate', metric, { ...view, window: rateInterval });
  }

  /** Growth of a counter for each minute: what agents do is too slow for numbers per second. */
  perMinute(metric: MetricDefinition, view: View = {}): string {
    return `60 * ${this.perSecond(metric, view)}`;
  }

  /** The same where there is any: of faults, most series stand at 0 and would fill the legend. */
  perMinuteIfAny(metric: MetricDefinition, view: View = {}): string {
    return `${this.perMinute(metric, view)} > 0`;
  }

  /** Growth of a counter for each hour: of dollars, what an hour costs. */
  perHour(metric: MetricDefinition, view: View = {}): string {
    return `3600 * ${this.perSecond(metric, view)}`;
  }

  /** Values that a histogram took in, for each second. */
  observed(metric: MetricDefinition, view: View = {}): string {
    const counts = this.#ranged(metric, '_count', { ...view, window: rateInterval });
    return `sum${grouping(metric, view.by)} (rate(${counts}))`;
  }

  /** Growth of a counter over all the time that the dashboard shows. */
  inRange(metric: MetricDefinition, view: View = {}): string {
    return this.#added('increase', metric, { ...view, window: range });
  }

  /** Growth of a counter over a week that ends so many weeks ago. */
  inWeek(weeksAgo: 0 | 1, metric: MetricDefinition, view: View = {}): string {
    return this.#added('increase', metric, {
      ...view,
      window: weekWindow,
      offset: offsets[weeksAgo],
    });
  }

  /** Growth since the sample before; above 0 where something happened. */
  happened(metric: MetricDefinition, by: readonly string[]): string {
    return `${this.#added('increase', metric, { by, window: rateInterval })} > 0`;
  }

  /** Growth of every bucket of a histogram, for a heatmap. */
  buckets(metric: MetricDefinition): string {
    const series = this.#select(metric, '_bucket');
    return `sum by (le) (increase(${series}[${rateInterval}]))`;
  }

  quantile(q: number, metric: MetricDefinition, view: View = {}): string {
    return this.#quantile(q, metric, { ...view, window: rateInterval });
  }

  quantileInRange(q: number, metric: MetricDefinition, view: View = {}): string {
    return this.#quantile(q, metric, { ...view, window: range });
  }

  quantileInWeek(weeksAgo: 0 | 1, q: number, metric: MetricDefinition): string {
    return this.#quantile(q, metric, { window: weekWindow, offset: offsets[weeksAgo] });
  }

  /** The mean of what a histogram took in. */
  mean(metric: MetricDefinition, view: View = {}): string {
    return this.#mean('rate', metric, { ...view, window: rateInterval });
  }

  meanInRange(metric: MetricDefinition, view: View = {}): string {
    return this.#mean('increase', metric, { ...view, window: range });
  }

  meanInWeek(weeksAgo: 0 | 1, metric: MetricDefinition): string {
    return this.#mean('increase', metric, { window: weekWindow, offset: offsets[weeksAgo] });
  }

  /** What a histogram added up, for each second: of durations, seconds spent in each. */
  spent(metric: MetricDefinition, view: View = {}): string {
    const sums = this.#ranged(metric, '_sum', { ...view, window: rateInterval });
    return `sum${grouping(metric, view.by)} (rate(${sums}))`;
  }

  /** Gauges put together: `sum` what adds up, `max` or `min` for the worst. */
  gauge(together: 'sum' | 'max' | 'min', metric: MetricDefinition, view: View = {}): string {
    return `${together}${grouping(metric, view.by)} (${this.selected(metric, view)})`;
  }

  /** The series of a metric that the variables select. */
  selected(metric: MetricDefinition, view: Pick<View, 'where'> = {}): string {
    return this.#select(metric, '', view.where);
  }

  #added(grow: 'rate' | 'increase', metric: MetricDefinition, view: OverTime): string {
    const part = this.#ranged(metric, '', view);
    return `sum${grouping(metric, view.by)} (${grow}(${part}))`;
  }

  #quantile(q: number, metric: MetricDefinition, view: OverTime): string {
    const by = grouping(metric, view.by, ['le']);
    const buckets = this.#ranged(metric, '_bucket', view);
    return `histogram_quantile(${q}, sum${by} (rate(${buckets})))`;
  }

  #mean(grow: 'rate' | 'increase', metric: MetricDefinition, view: OverTime): string {
    const [sum = '', count = ''] = ['_sum', '_count'].map(
      (part) => `sum${grouping(metric, view.by)} (${grow}(${this.#ranged(metric, part, view)}))`,
    );
    return ratio(sum, count);
  }

  #ranged(
    metric: MetricDefinition,
    part: string,
    { where, window, offset = '' }: OverTime,
  ): string {
    return `${this.#select(metric, part, where)}[${window}]${offset}`;
  }

  #select(metric: MetricDefinition, part: string, where: View['where'] = {}): string {
    const narrowed = this.#variables.filter((name) => metric.labels.includes(name));
    const matchers = [
      ...['job', 'instance', ...narrowed].map((name) => `${name}=~"$${name}"`),
      ...Object.entries(where).map(([name, value]) => matcher(metric, name, value)),
    ];
    return `${metric.name}${part}{${matchers.join(', ')}}`;
  }
}

/** A ratio that is absent, and not NaN, where nothing happened. */
export function ratio(part: string, whole: string): string {
  return `${part} / (${whole} > 0)`;
}

interface OverTime extends View {
  readonly window: string;
  readonly offset?: string;
}

const weekWindow = '7d';
const offsets = ['', ' offset 7d'] as const;

/** Labels that Prometheus gives to every series. */
const ofTarget = ['job', 'instance'];

function matcher(metric: MetricDefinition, label: string, value: string): string {
  checkLabel(metric, label);
  return /^\w+$/.test(value) ? `${label}="${value}"` : `${label}=~"${value}"`;
}

function grouping(
  metric: MetricDefinition,
  by: readonly string[] = [],
  more: readonly string[] = [],
): string {
  for (const label of by) if (!ofTarget.includes(label)) checkLabel(metric, label);
  const labels = [...more, ...by];
  return labels.length === 0 ? '' : ` by (${labels.join(', ')})`;
}

function checkLabel({ name, labels }: MetricDefinition, label: string): void {
  if (!labels.includes(label)) throw new RangeError(`${name} has no label ${label}`);
}
