import type { Goal } from '../goals.ts';
import type { Measurement } from '../harness/interleave.ts';
import { runSection } from '../harness/run-section.ts';
import type { LargeScrape, ScrapeResults } from './scrape-results.ts';

/** A minute and a half, most of it for 100,000 series and for OpenTelemetry. */
export function measureScrapes(): ScrapeResults {
  return {
    host: runSection('scrape.ts', ['host']),
    thousand: runSection('scrape.ts', ['1000']),
    tenThousand: runSection('scrape.ts', ['10000']),
    thousandOpenTelemetry: runSection('scrape.ts', ['1000', 'OpenTelemetry']),
    tenThousandOpenTelemetry: runSection('scrape.ts', ['10000', 'OpenTelemetry']),
    large: [large('text', 10_000), large('text', 100_000)],
  };
}

/** Too long for the check, and shown beside it. */
export function measureLargeProtobuf(): LargeScrape {
  return large('protobuf', 100_000);
}

/** The goals that scrapes are held against. */
export function scrapeGoals(results: ScrapeResults): readonly Goal[] {
  const { host, tenThousand, tenThousandOpenTelemetry, large } = results;
  const anew = ratioGoal('Turnscope', 'everything written anew');
  const tenth = ratioGoal('Turnscope, a tenth changed', 'a tenth changed');
  const many = '10,000 histogram series';
  const openTelemetry = "OpenTelemetry's exporter";
  return [
    anew(host, 'a real host', 'prom-client', 0.3),
    anew(tenThousand, many, 'prom-client', 0.15),
    tenth(tenThousand, many, 'prom-client', 0.1),
    anew(tenThousandOpenTelemetry, many, openTelemetry, 0.06),
    ...large.flatMap(loadGoals),
  ];
}

function ratioGoal(name: string, how: string) {
  return (rows: readonly Measurement[], what: string, beside: string, goal: number): Goal => ({
    what: `scrape of ${what}, ${how}, beside ${beside}`,
    unit: 'ratio',
    goal,
    measured: rows.find((row) => row.name === name)?.ratio ?? Number.NaN,
  });
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
