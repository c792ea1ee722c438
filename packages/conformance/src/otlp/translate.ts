import type { ReadFamilies, ReadFamily, ReadHistogram, ReadNumber } from '../read-families.ts';
import {
  type JsonNumber,
  metricsOf,
  type OtlpAttribute,
  type OtlpHistogram,
  type OtlpMetric,
  type OtlpNumber,
  type OtlpRequest,
} from './otlp-request.ts';
import { prometheusName } from './prometheus-name.ts';

const cumulative = 2;

/**
 * The metrics as they arrive in a Prometheus behind an OTLP receiver. Throws an Error that names the metric
 * when such a receiver would refuse it, or show something else than was meant.
 */
export function translateOtlp(request: OtlpRequest): ReadFamilies {
  return metricsOf(request).map((metric) => {
    try {
      return translateMetric(metric);
    } catch (error) {
      throw new Error(`${metric.name}: ${(error as Error).message}`, { cause: error });
    }
  });
}

function translateMetric(metric: OtlpMetric): ReadFamily {
  const { name = '', description: help = '', unit = '', gauge, sum, histogram } = metric;
  const [data, ...others] = [gauge, sum, histogram].filter((each) => each !== undefined);
  if (data === undefined || others.length > 0) throw new Error('not one kind of data');
  if (!gauge && (sum ?? histogram)?.aggregationTemporality !== cumulative)
    throw new Error('not cumulative');
  const family = (kind: ReadFamily['kind'], series: ReadFamily['series']): ReadFamily => ({
    name: prometheusName({ name, kind, unit }),
    kind,
    help,
    series,
  });
  if (histogram) return family('histogram', (histogram.dataPoints ?? []).map(readHistogram));
  const points = (gauge ?? sum)?.dataPoints ?? [];
  return family(sum?.isMonotonic ? 'counter' : 'gauge', points.map(readNumber));
}

function readNumber({ attributes = [], asDouble, asInt }: OtlpNumber): ReadNumber {
  return {
    labels: labelsOf(attributes),
    value: numberOf(asDouble === undefined ? asInt : asDouble),
  };
}

function readHistogram(point: OtlpHistogram): ReadHistogram {
  const { attributes = [], bucketCounts = [], explicitBounds = [] } = point;
  const bounds = [...explicitBounds.map(numberOf), Number.POSITIVE_INFINITY];
  if (bucketCounts.length !== bounds.length) throw new Error('not one bucket for each bound');
  const buckets = new Map<number, number>();
  let below = Number.NEGATIVE_INFINITY;
  let total = 0;
  for (const [at, bound] of bounds.entries()) {
    if (!(bound > below)) throw new Error(`the bound ${bound} behind ${below}`);
    total += numberOf(bucketCounts[at]);
    buckets.set(bound, total);
    below = bound;
  }
  const count = numberOf(point.count ?? 0);
  if (count !== total) throw new Error(`a count of ${count} beside ${total} in buckets`);
  return { labels: labelsOf(attributes), buckets, sum: numberOf(point.sum), count };
}

/** A number as JSON of protobuf writes it. */
function numberOf(written: JsonNumber | undefined): number {
  if (typeof written === 'number') return written;
  if (written !== 'NaN' && !/^-?(\d+|Infinity)$/.test(written ?? ''))
    throw new Error(`${written} is no number`);
  return Number(written);
}

function labelsOf(attributes: readonly OtlpAttribute[]): Readonly<Record<string, string>> {
  const labels: Record<string, string> = {};
  for (const { key = '', value } of attributes) {
    const name = key.replace(/[^a-zA-Z0-9_]/g, '_').replace(/^(?=\d)/, 'key_');
    if (name === '' || Object.hasOwn(labels, name)) throw new Error(`no label, or twice: "${key}"`);
    if (value?.stringValue === undefined) throw new Error(`the value of ${key} is no text`);
    labels[name] = value.stringValue;
  }
  return labels;
}
