import { signals } from '@turnscope/core';
import {
  askAt,
  askBetween,
  type Compared,
  compare,
  type HistoryOfSignals,
  type Queries,
} from './compared-signals.ts';
import { extrapolatedIncrease } from './extrapolated-increase.ts';
import type { PrometheusServer } from './prometheus-server.ts';
import type { RecordedHistory } from './recorded-history.ts';

/** A history, as it was recorded and as its signals are read from what was scraped. */
export interface AskedHistory {
  readonly history: Pick<RecordedHistory, 'scrapes'>;
  readonly local: HistoryOfSignals;
}

/** No multiple of the distance of two scrapes; in seconds a float holds it exactly. */
const stepMs = 97_250;

/** At the times of scrapes, every so many of them. */
export async function compareAtScrapes(
  { history, local }: AskedHistory,
  prometheus: PrometheusServer,
  queries: Queries,
  every = 20,
): Promise<readonly Compared[]> {
  const compared: Compared[] = [];
  for (const { at } of history.scrapes.filter((_, index) => index % every === 0)) {
    const answers = await Promise.all(
      signals.map((signal) => askAt(prometheus, { queries, signal }, at)),
    );
    for (const [index, signal] of signals.entries()) {
      const window = local.windowOf(signal, at);
      // A window of core needs two entries, also for a gauge.
      if (signal.name === 'source_silence' && window === undefined) continue;
      const read = local.read(signal, window, extrapolatedIncrease);
      compared.push(...compareKnown(compare(signal, at, read, answers[index] ?? new Map())));
    }
  }
  return compared;
}

/** Where both ends of every window lie somewhere between two scrapes, and up to an hour after the last. */
export async function compareBetweenScrapes(
  { history: { scrapes }, local }: AskedHistory,
  prometheus: PrometheusServer,
  queries: Queries,
): Promise<readonly Compared[]> {
  const first = (scrapes[0]?.at ?? 0) + 3_250;
  const last = (scrapes.at(-1)?.at ?? 0) + 3_600_000;
  const count = Math.floor((last - first) / stepMs);
  const times = Array.from({ length: count }, (_, at) => first + at * stepMs);
  const compared: Compared[] = [];
  for (const signal of signals.filter(({ name }) => name !== 'source_silence')) {
    const answers = await askBetween(prometheus, { queries, signal }, times);
    for (const [at, answer] of answers) {
      const read = local.read(signal, local.windowOf(signal, at), extrapolatedIncrease);
      compared.push(...compareKnown(compare(signal, at, read, answer)));
    }
  }
  return compared;
}

const counts = new Set(
  signals.filter(({ minSamples }) => minSamples === 0).map(({ name }) => name),
);

/** A count of what never happened is 0 here; Prometheus has no series of it and so no result. */
function compareKnown(compared: readonly Compared[]): readonly Compared[] {
  return compared.filter(
    ({ signal, local, other }) => !(counts.has(signal) && local === 0 && other === undefined),
  );
}
