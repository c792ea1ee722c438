import type { Measurement } from '../harness/interleave.ts';

/** What one scrape takes, and how many lines with a number it has. */
export interface PromClientScrape {
  readonly lines: number;
  readonly measurements: readonly Measurement[];
}

/** The chapter of docs/benchmarks.md on scrapes of prom-client's registry. */
export function promClientChapter(scrapes: readonly PromClientScrape[]): string {
  const rows = scrapes.flatMap(({ lines, measurements }) =>
    measurements.map(
      ({ name, nanoseconds, ratio }) =>
        `| ${name}, ${lines.toLocaleString('en')} lines | ${(nanoseconds / 1e6).toFixed(1)} ms | ${ratio.toFixed(3)} |`,
    ),
  );
  return `## Scraping prom-client's registry

\`registry.metrics()\` with the store in the registry, beside the same series in prom-client's own counters,
gauges and histograms. The text is written by prom-client in both.

| | time | ratio |
|---|---:|---:|
${rows.join('\n')}
`;
}
