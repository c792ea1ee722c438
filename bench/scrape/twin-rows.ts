import type { TwinScrape } from './compare-twins.ts';

/** The rows of a table, for scrapes of some sizes. */
export function twinRows(scrapes: readonly TwinScrape[]): string {
  const rows = scrapes.flatMap(({ lines, measurements }) =>
    measurements.map(
      ({ name, nanoseconds, ratio }) =>
        `| ${name}, ${lines.toLocaleString('en')} lines | ${(nanoseconds / 1e6).toFixed(1)} ms | ${ratio.toFixed(3)} |`,
    ),
  );
  return rows.join('\n');
}
