import type { Goal } from '../goals.ts';
import { runSection } from '../harness/run-section.ts';
import type { LargeScrape, ScrapeResults } from './scrape-results.ts';

/** A minute, most of it for 100,000 series. */
export function measureScrapes(): ScrapeResults {
  return {
    host: runSection('scrape.ts', ['host']),
    thousand: runSection('scrape.ts', ['1000']),
    tenThousand: runSection('scrape.ts', ['10000']),
    large: [large('text', 10_000), large('text', 100_000)],
  };
}

/** Too long for the check, and shown beside it. */
export function measureLargeProtobuf(): LargeScrape {
  return large('protobuf', 100_000);
}

/** The goals that scrapes are held against. */
export function scrapeGoals({ host, tenThousand, large }: ScrapeResults): readonly Goal[] {
  const ratio = (what: string, rows: ScrapeResults['host'], name: string, goal: number): Goal => ({
    what: `scrape ${what}, beside prom-client`,
    unit: 'ratio',
    goal,
    measured: rows.find((row) => row.name === name)?.ratio ?? Number.NaN,
  });
  const tenth = 'Turnscope, a tenth changed';
  return [
    ratio('of a real host, everything written anew', host, 'Turnscope', 0.3),
    ratio('of 10,000 histogram series, everything written anew', tenThousand, 'Turnscope', 0.15),
    ratio('of 10,000 histogram series, a tenth changed', tenThousand, tenth, 0.1),
    ...large.flatMap(loadGoals),
  ];
}

function loadGoals({ series, single, double }: LargeScrape): readonly Goal[] {
  const what = `scrape of ${series.toLocaleString('en')} histogram series`;
  const stop: Goal = {
    what: `${what}, longest stop of the event loop`,
    unit: 'ms',
    goal: series > 10_000 ? 20 : 10,
    measured: single.longestStopMilliseconds,
  };
  if (series <= 10_000) return [stop];
  const memory = (times: string, measured: number): Goal => ({
    what: `${what}${times}, more memory`,
    unit: 'MB',
    goal: 50,
    measured,
  });
  return [stop, memory('', single.moreMegabytes), memory(', two at once', double.moreMegabytes)];
}

function large(format: string, series: number): LargeScrape {
  return runSection('scrape-large.ts', [format, String(series)], ['--expose-gc']);
}
