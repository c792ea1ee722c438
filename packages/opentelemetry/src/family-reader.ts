import type { HrTime } from '@opentelemetry/api';
import type {
  AggregationTemporality,
  DataPoint,
  DataPointType,
  Histogram,
  MetricData,
} from '@opentelemetry/sdk-metrics';
import type { MetricFamily, MetricSeries } from '@turnscope/core';
import { SeriesAttributes } from './series-attributes.ts';
import { ucumUnit } from './ucum-unit.ts';

/** The moment of a collection. */
export interface PointTime {
  /** The time to read series at. */
  readonly now: number;
  readonly startTime: HrTime;
  readonly endTime: HrTime;
}

// The numbers of the SDK's enums, which are part of its interface. Importing them would load the SDK.
const cumulative = 1 as AggregationTemporality;
const histogramPoints = 0 as DataPointType.HISTOGRAM;
const gaugePoints = 2 as DataPointType.GAUGE;
const sumPoints = 3 as DataPointType.SUM;
const double = 1;

/** Reads families into OpenTelemetry's data model. MUTABLE: what never changes of a series is remembered. */
export class FamilyReader {
  readonly #attributes = new SeriesAttributes();
  #cells = new Float64Array(64);

  read(family: MetricFamily, time: PointTime): MetricData {
    const metric = {
      descriptor: {
        name: family.name,
        description: family.help,
        unit: ucumUnit(family.unit),
        valueType: double,
      },
      aggregationTemporality: cumulative,
    };
    if (family.kind === 'histogram') {
      const boundaries = [...(family.bounds ?? [])];
      const dataPoints = this.#points(family, time, (series) =>
        this.#histogram(series, time.now, boundaries),
      );
      return { ...metric, dataPointType: histogramPoints, dataPoints };
    }
    const dataPoints = this.#points(family, time, (series) => series.value(time.now));
    if (family.kind === 'gauge') return { ...metric, dataPointType: gaugePoints, dataPoints };
    return { ...metric, dataPointType: sumPoints, isMonotonic: true, dataPoints };
  }

  #points<Value>(
    family: MetricFamily,
    { startTime, endTime }: PointTime,
    read: (series: MetricSeries) => Value,
  ): DataPoint<Value>[] {
    return family.series.map((series) => ({
      startTime,
      endTime,
      attributes: this.#attributes.of(family, series),
      value: read(series),
    }));
  }

  /** Plain arrays, for OTLP JSON writes a typed one as an object; by a loop, which is far faster than `Array.from`. */
  #histogram(series: MetricSeries, now: number, boundaries: number[]): Histogram {
    const size = boundaries.length + 1;
    if (this.#cells.length <= size) this.#cells = new Float64Array(size + 1);
    const cells = this.#cells.subarray(0, size + 1);
    series.read(now, cells);
    const counts: number[] = [];
    let count = 0;
    for (let at = 0; at < size; at += 1) {
      const inBucket = cells[at] ?? 0;
      counts.push(inBucket);
      count += inBucket;
    }
    return { buckets: { boundaries, counts }, sum: cells[size] ?? 0, count };
  }
}
