import type { MetricKind } from '@turnscope/core';
import { keyOf, type Shown, type ShownFamily } from './families.ts';
import { prometheusName } from './prometheus-name.ts';
import { Message } from './protobuf.ts';

type Labels = Readonly<Record<string, string>>;

interface Point {
  readonly labels: Labels;
  readonly startNanoseconds: number;
  /** Of a counter or gauge. */
  readonly value: number;
  readonly counts: readonly number[];
  readonly bounds: readonly number[];
  readonly sum: number;
}

interface Metric {
  readonly name: string;
  readonly help: string;
  readonly unit: string;
  readonly kind: MetricKind;
  readonly points: readonly Point[];
}

/** What an OTLP request says. */
export interface OtlpRequest {
  readonly resource: Labels;
  readonly metrics: readonly Metric[];
}

/** The metrics as they arrive in a Prometheus behind an OTLP receiver. */
export function translated({ metrics }: OtlpRequest): Shown {
  return Object.fromEntries(
    metrics.map((metric) => [prometheusName(metric), shownMetric(metric)] as const),
  );
}

function shownMetric(metric: Metric): ShownFamily {
  const { kind, help, unit, points } = metric;
  const name = prometheusName(metric);
  const samples = points.flatMap((point) => {
    if (kind !== 'histogram') return [[keyOf(name, point.labels), point.value] as const];
    let count = 0;
    const buckets = point.counts.map((inBucket, at) => {
      count += inBucket;
      const labels = { ...point.labels, le: String(point.bounds[at] ?? '+Inf') };
      return [keyOf(`${name}_bucket`, labels), count] as const;
    });
    return [
      ...buckets,
      [keyOf(`${name}_sum`, point.labels), point.sum] as const,
      [keyOf(`${name}_count`, point.labels), count] as const,
    ];
  });
  return { kind, help, unit, samples: Object.fromEntries(samples) };
}

/** Reads a request in protobuf. */
export function fromProtobuf(body: Uint8Array): OtlpRequest {
  const [all] = new Message(body).all(1);
  const metrics = all?.all(2).flatMap((scope) => scope.all(2)) ?? [];
  return { resource: labelsIn(all?.all(1)[0], 1), metrics: metrics.map(protobufMetric) };
}

const kindFields = { gauge: 5, counter: 7, histogram: 9 } as const;

function protobufMetric(metric: Message): Metric {
  const kinds = Object.keys(kindFields) as MetricKind[];
  const kind = kinds.find((each) => metric.has(kindFields[each])) ?? 'gauge';
  const [data] = metric.all(kindFields[kind]);
  return {
    ...{ name: metric.text(1), help: metric.text(2), unit: metric.text(3), kind },
    points: (data?.all(1) ?? []).map((point) => ({
      labels: labelsIn(point, kind === 'histogram' ? 9 : 7),
      startNanoseconds: point.wholes(2)[0] ?? 0,
      value: point.doubles(4)[0] ?? 0,
      counts: point.wholes(6),
      bounds: point.doubles(7),
      sum: point.doubles(5)[0] ?? 0,
    })),
  };
}

function labelsIn(message: Message | undefined, field: number): Labels {
  const pairs = message?.all(field) ?? [];
  return Object.fromEntries(pairs.map((pair) => [pair.text(1), pair.all(2)[0]?.text(1) ?? '']));
}

interface JsonPoint {
  readonly attributes: JsonAttributes;
  readonly startTimeUnixNano: string;
  readonly asDouble?: number;
  readonly bucketCounts?: readonly number[];
  readonly explicitBounds?: readonly number[];
  readonly sum?: number;
}
type JsonAttributes = readonly { key: string; value: { stringValue?: string } }[];
interface JsonData {
  readonly dataPoints: readonly JsonPoint[];
}
interface JsonMetric {
  readonly name: string;
  readonly description: string;
  readonly unit: string;
  readonly gauge?: JsonData;
  readonly sum?: JsonData;
  readonly histogram?: JsonData;
}
interface JsonRequest {
  readonly resourceMetrics: readonly {
    readonly resource: { readonly attributes: JsonAttributes };
    readonly scopeMetrics: readonly { readonly metrics: readonly JsonMetric[] }[];
  }[];
}

/** Reads a request in JSON. */
export function fromJson(body: Uint8Array): OtlpRequest {
  const { resourceMetrics } = JSON.parse(new TextDecoder().decode(body)) as JsonRequest;
  const [all] = resourceMetrics;
  const metrics = all?.scopeMetrics.flatMap((scope) => scope.metrics) ?? [];
  return { resource: jsonLabels(all?.resource.attributes ?? []), metrics: metrics.map(jsonMetric) };
}

function jsonMetric({ name, description, unit, gauge, sum, histogram }: JsonMetric): Metric {
  const kind = histogram ? 'histogram' : numberKind(sum);
  const { dataPoints } = gauge ?? sum ?? histogram ?? { dataPoints: [] };
  return {
    ...{ name, help: description, unit, kind },
    points: dataPoints.map((point) => ({
      labels: jsonLabels(point.attributes),
      startNanoseconds: Number(point.startTimeUnixNano),
      value: point.asDouble ?? 0,
      counts: point.bucketCounts ?? [],
      bounds: point.explicitBounds ?? [],
      sum: point.sum ?? 0,
    })),
  };
}

function numberKind(sum: JsonData | undefined): MetricKind {
  return sum ? 'counter' : 'gauge';
}

function jsonLabels(attributes: JsonAttributes): Labels {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, value.stringValue ?? '']));
}
