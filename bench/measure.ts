import type { Goal } from './goals.ts';
import type { Measurement } from './harness/interleave.ts';
import { median } from './harness/median.ts';
import { runSection } from './harness/run-section.ts';
import { type ManagerResult, managerGoals, measureManager } from './manager/manager-chapter.ts';
import { type ReadingResults, ratioOf } from './read/compare-readers.ts';
import { detailGoals, measureDetails } from './record/details-chapter.ts';
import type { TwinScrape } from './scrape/compare-twins.ts';
import { measureScrapes, scrapeGoals } from './scrape/measure-scrapes.ts';
import type { ScrapeResults } from './scrape/scrape-results.ts';
import { measureStreams, type StreamResult, streamGoals } from './stream/stream-chapter.ts';

/** What a short run finds out: everything that a check holds against goals. */
export interface Results {
  readonly mixed: readonly Measurement[];
  readonly session: readonly Measurement[];
  readonly shapes: readonly Measurement[];
  readonly cold: readonly Measurement[];
  readonly details: ReturnType<typeof measureDetails>;
  readonly allocation: readonly { readonly name: string; readonly bytes: number }[];
  readonly evaluation: EvaluationResults;
  readonly scrapes: ScrapeResults;
  /** Of prom-client's registry: with the series of a few models, and of many. */
  readonly promClientScrapes: readonly TwinScrape[];
  /** Of PrometheusExporter: with the series of a few models, and of many. */
  readonly openTelemetryScrapes: readonly TwinScrape[];
  /** Of whole messages, and with partial ones. */
  readonly streams: readonly StreamResult[];
  readonly manager: ManagerResult;
  /** Median over fresh processes. */
  readonly importMilliseconds: number;
}

/** What evaluations and reports take. */
interface EvaluationResults {
  readonly rows: number;
  readonly ringBytes: number;
  readonly evaluationMilliseconds: number;
  readonly reportMilliseconds: number;
}

/** Runs the sections of the check, each in a process of its own. About three minutes; needs the built packages. */
export function measure(): Results {
  const imports = Array.from({ length: 15 }, () =>
    runSection<{ milliseconds: number }>('import-core.ts'),
  );
  return {
    mixed: runSection('record-hot.ts', ['mixed']),
    session: runSection('record-hot.ts', ['session']),
    shapes: runSection('record-shapes.ts'),
    cold: runSection('record-cold.ts'),
    details: measureDetails(),
    allocation: runSection(
      'record-allocation.ts',
      [],
      ['--expose-gc', '--min-semi-space-size=512', '--max-semi-space-size=512'],
    ),
    evaluation: runSection('evaluate.ts'),
    scrapes: measureScrapes(),
    promClientScrapes: ['4', '100'].map((models) => runSection('scrape-prom-client.ts', [models])),
    openTelemetryScrapes: ['4', '60'].map((models) =>
      runSection('scrape-opentelemetry.ts', [models]),
    ),
    streams: measureStreams(),
    manager: measureManager(),
    importMilliseconds: median(imports.map(({ milliseconds }) => milliseconds)),
  };
}

/** Reads 400 MB of transcripts with every reader, five times: a minute more, so no part of the check. */
export function measureReading(): ReadingResults {
  return runSection('read-transcripts.ts', ['400', '5']);
}

/** What watching costs where nothing happens. */
export interface IdleResults {
  readonly count: number;
  /** Processor time of one poll, median. */
  readonly pollMilliseconds: number;
  readonly heapMegabytes: number;
}

export function measureIdle(): IdleResults {
  return runSection('watch-idle.ts', ['10000'], ['--expose-gc']);
}

/** Reading is above its goals, and shown so; the check would fail on them. Without a peer there is no goal beside it. */
export function readingGoals({ readings }: ReadingResults): readonly Goal[] {
  const own = readings.find(({ name }) => name === 'Turnscope')?.rounds ?? [];
  const peers = [
    { start: 'readline', what: 'readline and JSON.parse of every line', goal: 0.25 },
    { start: 'ccusage', what: 'native ccusage', goal: 0.9 },
  ];
  return peers.flatMap(({ start, what, goal }) => {
    const peer = readings.find(({ name }) => name.startsWith(start));
    if (peer === undefined) return [];
    const measured = ratioOf(own, peer.rounds);
    return [{ what: `read transcripts, one core, beside ${what}`, unit: 'ratio', goal, measured }];
  });
}

/** The goals that these results are held against. */
export function goalsOf(results: Results): readonly Goal[] {
  return [
    ratio('record an exchange, session, beside prom-client', results.session, 'prom-client', 0.05),
    ratio('record an exchange, mixed, beside prom-client', results.mixed, 'prom-client', 0.05),
    ratio(
      'record an exchange, session, beside the OpenTelemetry SDK',
      results.session,
      'OpenTelemetry SDK',
      0.03,
    ),
    ratio(
      'record an exchange, mixed, beside the OpenTelemetry SDK',
      results.mixed,
      'OpenTelemetry SDK',
      0.03,
    ),
    {
      what: 'allocated by a recording in the steady state',
      unit: 'bytes',
      goal: 0,
      measured: results.allocation.find(({ name }) => name === 'Turnscope')?.bytes ?? Number.NaN,
    },
    ...detailGoals(results.details),
    evaluated('session', results.session),
    evaluated('mixed', results.mixed),
    {
      what: 'one evaluation of all signals and alerts at 1,000 rows',
      unit: 'ms',
      goal: 2,
      measured: results.evaluation.evaluationMilliseconds,
    },
    {
      what: 'report over 10,000 recorded turns',
      unit: 'ms',
      goal: 5,
      measured: results.evaluation.reportMilliseconds,
    },
    ...scrapeGoals(results.scrapes),
    ...results.promClientScrapes.map(promClientScrape),
    ...results.openTelemetryScrapes.map(openTelemetryScrape),
    ...streamGoals(results.streams),
    ...managerGoals(results.manager),
    { what: 'import of core', unit: 'ms', goal: 5, measured: results.importMilliseconds },
  ];
}

function ratio(what: string, rows: readonly Measurement[], base: string, goal: number): Goal {
  const measured = timeOf(rows, 'Turnscope') / timeOf(rows, base);
  return { what, unit: 'ratio', goal, measured };
}

function promClientScrape({ lines, measurements }: TwinScrape): Goal {
  const what = `scrape of ${lines.toLocaleString('en')} lines in prom-client's registry, beside its own`;
  return ratio(what, measurements, 'prom-client', 1.1);
}

function openTelemetryScrape({ lines, measurements }: TwinScrape): Goal {
  const what = `scrape of ${lines.toLocaleString('en')} lines through OpenTelemetry's exporter, beside its own`;
  return ratio(what, measurements, 'OpenTelemetry', 1.1);
}

function evaluated(kind: string, rows: readonly Measurement[]): Goal {
  const what = `record an exchange, ${kind}, while evaluated, beside prom-client`;
  const measured = timeOf(rows, 'Turnscope, evaluated') / timeOf(rows, 'prom-client');
  return { what, unit: 'ratio', goal: 0.05, measured };
}

function timeOf(rows: readonly Measurement[], name: string): number {
  return rows.find((row) => row.name === name)?.nanoseconds ?? Number.NaN;
}
