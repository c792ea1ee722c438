import type { TwinScrape } from './compare-twins.ts';
import { twinRows } from './twin-rows.ts';

/** The chapter of docs/benchmarks.md on scrapes of prom-client's registry. */
export function promClientChapter(scrapes: readonly TwinScrape[]): string {
  return `## Scraping prom-client's registry

\`registry.metrics()\` with the store in the registry, beside the same series in prom-client's own counters,
gauges and histograms. The text is written by prom-client in both.

| | time | ratio |
|---|---:|---:|
${twinRows(scrapes)}
`;
}
