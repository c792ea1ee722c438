import type { Measurement } from '../harness/interleave.ts';
import type { LargeScrape, ScrapeResults } from './scrape-results.ts';

/** The chapter of docs/benchmarks.md about scrapes. */
export function scrapeChapter(results: ScrapeResults, protobuf: LargeScrape): string {
  return `## Scraping

From the store, or a library with the same numbers in it, to the bytes of the answer. "Turnscope"
writes everything anew, as at a first scrape; "a tenth changed" is what every later scrape is like.

The families of a host with four process types and four models that prom-client has too:

${table(results.host)}

1,000 histogram series:

${table(results.thousand)}

10,000 histogram series:

${table(results.tenThousand)}

1,000 series of a histogram of OpenTelemetry's SDK, in its PrometheusExporter:

${table(results.thousandOpenTelemetry)}

10,000 of them, which the SDK only shows where a view lets it:

${table(results.tenThousandOpenTelemetry)}

The same over HTTP, without gzip, to a client in another process. The largest histogram has as many series as the
first column says, and the same events fill others. The stop is the longest time of the processor for which the
event loop turned to nothing else, give or take a tick of 4 ms; the memory is what the process had more during the scrape.

| | answer | stop | memory | two at once: stop | memory |
|---|---:|---:|---:|---:|---:|
${[...results.large, protobuf].map(loadRow).join('\n')}

Writing takes 2 ms in a row and sending it as long again; the rest is the collection of garbage, which takes long in the large
heap of a process with so many series.
`;
}

function loadRow({ format, series, single, double }: LargeScrape): string {
  const cells = [
    `${series.toLocaleString('en')}, ${format}`,
    `${single.megabytes.toFixed(0)} MB`,
    ...[single, double].flatMap(({ longestStopMilliseconds, moreMegabytes }) => [
      `${longestStopMilliseconds.toFixed(1)} ms`,
      `${moreMegabytes.toFixed(0)} MB`,
    ]),
  ];
  return `| ${cells.join(' | ')} |`;
}

function table(rows: readonly Measurement[]): string {
  const lines = rows.map(
    ({ name, nanoseconds, ratio }) =>
      `| ${name} | ${(nanoseconds / 1e6).toFixed(2)} ms | ${ratio.toFixed(3)} |`,
  );
  return ['| | time | ratio |', '|---|---:|---:|', ...lines].join('\n');
}
