import type { TwinScrape } from './compare-twins.ts';
import { twinRows } from './twin-rows.ts';

/** The chapter of docs/benchmarks.md on scrapes of OpenTelemetry's exporter. */
export function openTelemetryChapter(scrapes: readonly TwinScrape[]): string {
  return `## Scraping OpenTelemetry's Prometheus exporter

The store as a metric producer of PrometheusExporter, beside the same series in instruments of OpenTelemetry's
own. The text is written by OpenTelemetry in both. "Observed" is \`observeWith\`, which shows no empty histograms and
so fewer lines.

| | time | ratio |
|---|---:|---:|
${twinRows(scrapes)}
`;
}
