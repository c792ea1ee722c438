import type { MetricDefinition } from '@turnscope/core';

/** The series of a metric that the dashboard's variables select; `more` are further matchers. */
export function selected(metric: MetricDefinition, more = ''): string {
  return select(metric, metric.name, more);
}

/** Growth of a counter for each second, summed by labels; without labels: summed up. */
export function ratePerSecond(metric: MetricDefinition, { by = [], where }: View = {}): string {
  return `sum${grouping(by)} (rate(${selected(metric, where)}[${rateInterval}]))`;
}

/** Growth of a counter for each minute: what agents do is too slow for numbers per second. */
export function ratePerMinute(metric: MetricDefinition, view: View = {}): string {
  return `60 * ${ratePerSecond(metric, view)}`;
}

/** Growth of a counter over all the time that the dashboard shows. */
export function increaseInRange(metric: MetricDefinition, { by = [], where }: View = {}): string {
  return `sum${grouping(by)} (increase(${selected(metric, where)}[${range}]))`;
}

/** Growth of every bucket of a histogram, for a heatmap. */
export function bucketIncrease(metric: MetricDefinition): string {
  return `sum by (le) (increase(${select(metric, `${metric.name}_bucket`)}[${rateInterval}]))`;
}

/** A quantile of a histogram, by labels. */
export function quantile(q: number, metric: MetricDefinition, by: readonly string[] = []): string {
  return quantileOver(rateInterval, { q, metric, by });
}

/** A quantile of a histogram over all the time that the dashboard shows. */
export function quantileInRange(q: number, metric: MetricDefinition): string {
  return quantileOver(range, { q, metric, by: [] });
}

/** The mean of what a histogram measured, by labels. */
export function mean(metric: MetricDefinition, by: readonly string[] = []): string {
  return meanOver(rateInterval, metric, by);
}

/** The mean of a histogram over all the time that the dashboard shows. */
export function meanInRange(metric: MetricDefinition): string {
  return meanOver(range, metric, []);
}

/** A ratio that is absent, and not NaN, where nothing happened. */
export function ratio(part: string, whole: string): string {
  return `${part} / (${whole} > 0)`;
}

/** Which series are added up, and by which labels the sums are told apart. */
interface View {
  readonly by?: readonly string[];
  readonly where?: string;
}

interface QuantileOf {
  readonly q: number;
  readonly metric: MetricDefinition;
  readonly by: readonly string[];
}

const rateInterval = '$__rate_interval';
const range = '$__range';

function quantileOver(interval: string, { q, metric, by }: QuantileOf): string {
  const buckets = select(metric, `${metric.name}_bucket`);
  return `histogram_quantile(${q}, sum${grouping(['le', ...by])} (rate(${buckets}[${interval}])))`;
}

function meanOver(interval: string, metric: MetricDefinition, by: readonly string[]): string {
  const [sum, count] = ['sum', 'count'].map((part) => {
    const series = select(metric, `${metric.name}_${part}`);
    return `sum${grouping(by)} (rate(${series}[${interval}]))`;
  });
  return ratio(String(sum), String(count));
}

function select(metric: MetricDefinition, series: string, more = ''): string {
  for (const label of more.match(/\w+(?==)/g) ?? []) checkLabel(metric, label);
  return `${series}{job=~"$job", instance=~"$instance"${more && `, ${more}`}}`;
}

function checkLabel({ name, labels }: MetricDefinition, label: string): void {
  if (!labels.includes(label)) throw new Error(`${name} has no label ${label}`);
}

function grouping(by: readonly string[]): string {
  return by.length === 0 ? '' : ` by (${by.join(', ')})`;
}
