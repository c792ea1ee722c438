import { type Collection, PerformanceMonitor } from '@turnscope/core';
import { Registry } from 'prom-client';
import { createPromClient } from '../record/subjects/prom-client.ts';
import { type Exchange, exchanges } from '../record/workload.ts';
import { createLibrary, type LibraryName } from './histogram-library.ts';

/** A library and Turnscope, with the same numbers in them. */
export interface ScrapeSubjects {
  readonly library: {
    readonly name: LibraryName;
    /** What a scraper is answered. */
    text(): Promise<string>;
  };
  /** Turnscope's, with the families that the library has. */
  collect(): Collection;
  /** Observes once in each tenth series of both. */
  changeTenth(): void;
}

/** What a host with four process types and four models has: the families of both that are the same. */
export function createHostSubjects(): ScrapeSubjects {
  const work = exchanges('mixed', 2048);
  const registry = new Registry();
  const record = createPromClient(registry);
  const monitor = new PerformanceMonitor({ zeroHoldSeconds: 0 });
  const both = (exchange: Exchange) => {
    record(exchange);
    monitor.recordExchange(exchange);
  };
  for (const exchange of work) both(exchange);
  const names = new Set(registry.getMetricsAsArray().map(({ name }) => name));
  let next = 0;
  return {
    library: { name: 'prom-client', text: () => registry.metrics() },
    collect() {
      const { families, now } = monitor.collect();
      return { families: families.filter((family) => names.has(family.name)), now };
    },
    changeTenth() {
      // Three exchanges move a tenth of the series.
      for (let count = 0; count < 3; count += 1, next += 1)
        both(work[next % work.length] as Exchange);
    },
  };
}

const name = 'turnscope_response_duration_seconds';
const outcomes = ['success', 'error', 'interrupted'] as const;

interface Labels {
  readonly processType: string;
  readonly model: string;
  readonly outcome: (typeof outcomes)[number];
}

/** One histogram of process types × models × outcomes, as many as are asked for. */
export function createScrapeSubjects(
  libraryName: LibraryName,
  seriesCount: number,
): ScrapeSubjects {
  const series = labelsOf(seriesCount);
  const library = createLibrary(libraryName, name, seriesCount);
  const monitor = createMonitor(seriesCount);
  let observed = 0;
  const observe = ({ processType, model, outcome }: Labels) => {
    observed += 1;
    const durationSeconds = (observed * 7.3) % 90;
    library.observe({ process_type: processType, model, outcome }, durationSeconds);
    monitor.recordResponse({
      conversationId: 'c',
      processType,
      model,
      outcome,
      durationSeconds,
    });
  };
  for (let round = 0; round < 5; round += 1) for (const each of series) observe(each);
  return {
    library,
    collect() {
      const { families, now } = monitor.collect();
      return { families: families.filter((family) => family.name === name), now };
    },
    changeTenth() {
      for (let at = 0; at < series.length; at += 10) observe(series[at] as Labels);
    },
  };
}

/** The clock stands still, so no scrape evaluates but the first: that is measured elsewhere. */
const startedAt = Date.now();

function labelsOf(seriesCount: number): readonly Labels[] {
  const labels: Labels[] = [];
  for (let at = 0; labels.length < seriesCount; at += 1) {
    const processType = `process-type-${at % processTypeCount(seriesCount)}`;
    const model = `model-${Math.floor(at / processTypeCount(seriesCount))}`;
    for (const outcome of outcomes) labels.push({ processType, model, outcome });
  }
  return labels.slice(0, seriesCount);
}

/** The store has room for a thousand models. */
function processTypeCount(seriesCount: number): number {
  return Math.max(4, Math.ceil(seriesCount / 2_000));
}

/** A monitor with so many series of one histogram, and with what the same events do to other metrics. */
export function createLargeMonitor(seriesCount: number): PerformanceMonitor {
  const monitor = createMonitor(seriesCount);
  for (const [at, labels] of labelsOf(seriesCount).entries()) {
    monitor.recordResponse({ ...labels, conversationId: 'c', durationSeconds: (at * 7.3) % 90 });
  }
  return monitor;
}

/** A monitor that has room for so many series of responses. */
function createMonitor(seriesCount: number): PerformanceMonitor {
  return new PerformanceMonitor({
    clock: { now: () => startedAt },
    zeroHoldSeconds: 0,
    labelLimits: { model: 1_000, process_type: 100 },
    rowLimit: 2 * seriesCount,
  });
}
