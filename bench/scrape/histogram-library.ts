import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import { Histogram, Registry } from 'prom-client';
import { boundsOf } from '../record/subjects/ladders.ts';
import { exporterText } from './exporter-text.ts';

/** Tells one series of the histogram from the others. */
interface HistogramLabels {
  readonly process_type: string;
  readonly model: string;
  readonly outcome: string;
}

/** A library with one histogram in it. */
export interface HistogramLibrary {
  readonly name: LibraryName;
  observe(labels: HistogramLabels, value: number): void;
  /** What a scraper is answered. */
  text(): Promise<string>;
}

export type LibraryName = 'prom-client' | 'OpenTelemetry';

/** The histogram of the catalogue that has this name, in a library, with room for so many series. */
export function createLibrary(
  library: LibraryName,
  name: string,
  seriesCount: number,
): HistogramLibrary {
  if (library === 'prom-client') return createPromClient(name);
  return createOpenTelemetry(name, seriesCount);
}

function createPromClient(name: string): HistogramLibrary {
  const registry = new Registry();
  const labelNames = ['process_type', 'model', 'outcome'];
  const buckets = boundsOf(name);
  const options = { name, help: name, labelNames, buckets, registers: [registry] };
  const histogram = new Histogram(options);
  return {
    name: 'prom-client',
    observe: (labels, value) => histogram.observe({ ...labels }, value),
    text: () => registry.metrics(),
  };
}

function createOpenTelemetry(name: string, seriesCount: number): HistogramLibrary {
  // With scope and target it would write more than the others.
  const less = { withoutScopeInfo: true, withoutTargetInfo: true };
  const exporter = new PrometheusExporter({ preventServerStart: true, ...less });
  // Without a view the SDK puts what is beyond 2,000 series into one.
  const view = { instrumentName: name, aggregationCardinalityLimit: seriesCount + 1 };
  const provider = new MeterProvider({ readers: [exporter], views: [view] });
  const advice = { explicitBucketBoundaries: boundsOf(name) };
  const meter = provider.getMeter('turnscope');
  const histogram = meter.createHistogram(name, { description: name, advice });
  return {
    name: 'OpenTelemetry',
    observe: (labels, value) => histogram.record(value, { ...labels }),
    text: () => exporterText(exporter),
  };
}
