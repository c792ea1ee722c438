import type { Collection, MetricFamily, MetricSeries } from '@turnscope/core';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/**
 * The same families with the same series in metrics of prom-client's own. The values are near: what a
 * bucket counted is observed at its bound, at most ten times.
 */
export function nativeTwin({ families, now }: Collection): Registry {
  const registry = new Registry();
  for (const family of families) {
    const record = recorderOf(family, registry);
    for (const series of family.series) record(series, now);
  }
  return registry;
}

type Record = (series: MetricSeries, now: number) => void;

function recorderOf(family: MetricFamily, registry: Registry): Record {
  const { name, help, kind } = family;
  const labelNames = [...family.labels];
  const options = { name, help, labelNames, registers: [registry] };
  if (kind === 'histogram') return histogramRecorder(family, registry);
  if (kind === 'counter') {
    const counter = new Counter(options);
    return (series, now) => counter.inc(labelsOf(family, series), series.value(now));
  }
  const gauge = new Gauge(options);
  return (series, now) => gauge.set(labelsOf(family, series), series.value(now));
}

function histogramRecorder(family: MetricFamily, registry: Registry): Record {
  const { name, help, bounds = [] } = family;
  const labelNames = [...family.labels];
  const buckets = [...bounds];
  const histogram = new Histogram({ name, help, labelNames, buckets, registers: [registry] });
  const cells = new Float64Array(bounds.length + 2);
  return (series, now) => {
    const labels = labelsOf(family, series);
    histogram.zero(labels);
    series.read(now, cells);
    for (const [at, bound] of [...bounds, Number.MAX_SAFE_INTEGER].entries()) {
      const times = Math.min(cells[at] ?? 0, 10);
      for (let time = 0; time < times; time += 1) histogram.observe(labels, bound);
    }
  };
}

function labelsOf({ labels }: MetricFamily, { labelValues }: MetricSeries) {
  return Object.fromEntries(labels.map((name, at) => [name, labelValues[at] ?? '']));
}
