import type { Meter } from '@opentelemetry/api';
import type { Collection, MetricFamily, MetricSeries } from '@turnscope/core';

/**
 * The same families with the same series in instruments of OpenTelemetry's own. The values are near: what a
 * bucket counted is recorded at its bound, at most ten times, and an empty histogram holds one value.
 */
export function recordTwin(meter: Meter, { families, now }: Collection): void {
  for (const family of families) {
    const record = recorderOf(meter, family);
    for (const series of family.series) record(series, now);
  }
}

type Record = (series: MetricSeries, now: number) => void;

function recorderOf(meter: Meter, family: MetricFamily): Record {
  const { name, help: description, kind } = family;
  if (kind === 'histogram') return histogramRecorder(meter, family);
  if (kind === 'counter') {
    const counter = meter.createCounter(name, { description });
    return (series, now) => counter.add(series.value(now), labelsOf(family, series));
  }
  const gauge = meter.createGauge(name, { description });
  return (series, now) => gauge.record(series.value(now), labelsOf(family, series));
}

function histogramRecorder(meter: Meter, family: MetricFamily): Record {
  const { name, help: description, bounds = [] } = family;
  const advice = { explicitBucketBoundaries: [...bounds] };
  const histogram = meter.createHistogram(name, { description, advice });
  const cells = new Float64Array(bounds.length + 2);
  return (series, now) => {
    series.read(now, cells);
    const values = [...bounds, Number.MAX_SAFE_INTEGER].flatMap((bound, at) =>
      Array.from({ length: Math.min(cells[at] ?? 0, 10) }, () => bound),
    );
    const labels = labelsOf(family, series);
    for (const value of values.length > 0 ? values : [0]) histogram.record(value, labels);
  };
}

function labelsOf({ labels }: MetricFamily, { labelValues }: MetricSeries) {
  return Object.fromEntries(labels.map((name, at) => [name, labelValues[at] ?? '']));
}
