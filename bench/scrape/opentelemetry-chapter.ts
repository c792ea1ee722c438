import type { Measurement } from '../harness/interleave.ts';

/** What one scrape takes, and how many lines with a number it has. */
export interface OpenTelemetryScrape {
  readonly lines: number;
  readonly measurements: readonly Measurement[];
}

/** The chapter of docs/benchmarks.md on scrapes of OpenTelemetry's exporter. */
export function openTelemetryChapter(scrapes: readonly OpenTelemetryScrape[]): string {
  const rows = scrapes.flatMap(({ lines, measurements }) =>
    measurements.map(
      ({ name, nanoseconds, ratio }) =>
        `| ${name}, ${lines.toLocaleString('en')} lines | ${(nanoseconds / 1e6).toFixed(1)} ms | ${ratio.toFixed(3)} |`,
    ),
  );
  return `## Scraping OpenTelemetry's Prometheus exporter

The store as a metric producer of PrometheusExporter, beside the same series in instruments of OpenTelemetry's
own. The text is written by OpenTelemetry in both. "Observed" is \`observeWith\`, which shows no empty histograms and
so fewer lines.

| | time | ratio |
|---|---:|---:|
${rows.join('\n')}
`;
}
