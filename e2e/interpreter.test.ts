import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type SignalDefinition, type SignalName, signals } from '@turnscope/core';
import { describeWith, tool } from '@turnscope/testing';
import type { Value } from '../packages/core/src/evaluator/evaluate-expression.ts';
import {
  agreeingOn,
  askAt,
  askBetween,
  type Compared,
  compare,
  differing,
  HistoryOfSignals,
  type ScrapedWindow,
} from './support/compared-signals.ts';
import { extrapolatedIncrease, plainIncrease } from './support/extrapolated-increase.ts';
import { createBlocks } from './support/openmetrics-blocks.ts';
import { type PrometheusServer, startPrometheusWith } from './support/prometheus-server.ts';
import { type RecordedHistory, recordHistory } from './support/recorded-history.ts';
import { operandMetrics } from './support/sampled-operands.ts';
import { histories } from './support/worked-histories.ts';

const recorded = histories
  .map((script) => recordHistory(script, operandMetrics))
  .map((history) => [history.name, history, new HistoryOfSignals(history)] as const);

/** Of a value: sums of floating numbers may end in other last digits. */
const tolerance = 1e-9;
/** No multiple of the distance of two scrapes; in seconds a float holds it exactly. */
const stepMs = 97_250;
/** Each signal must have a value on both sides at least so often, or it was not compared. */
const leastAgreement = 20;

/** Where extrapolation may shift these to is not bounded: a quantile to the next bucket. */
const unbounded: ReadonlySet<SignalName> = new Set([
  'turn_p95',
  'response_p95',
  'response_p99',
  'compaction_effectiveness',
]);
const bounded = signals.filter(({ name }) => !unbounded.has(name));

const tools = {
  what: 'the tools promtool and prometheus',
  found: tool('promtool').found && tool('prometheus').found,
};

describeWith(tools, 'a real Prometheus, over what a scraper saw of', () => {
  let folder = '';
  let prometheus: PrometheusServer;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'turnscope-interpreter-'));
    await mkdir(join(folder, 'data'));
    await Promise.all(recorded.map(([, { series }], at) => createBlocks(folder, `${at}`, series)));
    prometheus = await startPrometheusWith(folder, '{}');
  });
  afterAll(async () => {
    await prometheus?.close();
    await rm(folder, { recursive: true });
  });

  it.each(recorded)('%s, answers each signal as core computes it', async (_, history, local) => {
    const compared = [
      ...(await compareAtScrapes(history, local, prometheus)),
      ...(await compareBetweenScrapes(history, local, prometheus)),
    ];
    expect(differing(compared, tolerance)).toEqual([]);
    const rare = [...agreeingOn(compared)].filter(([, count]) => count < leastAgreement);
    expect(rare).toEqual([]);
  });
});

describe('the monitor itself, over', () => {
  it.each(recorded)('%s, says what the scraped series come to', (_, { scrapes }, local) => {
    const compared = scrapes.flatMap(({ at, since, readings }) =>
      signals.flatMap((signal) => {
        const said = readings.filter((reading) => reading.signal === signal.name);
        const monitor = new Map(said.map(({ processType = '', value }) => [processType, value]));
        const scraped = local.read(signal, local.windowOf(signal, at, since), plainIncrease);
        // Only since the exporter began, so it may not know every process type again.
        return compare(signal, at, monitor, scraped).filter(({ processType }) =>
          monitor.has(processType),
        );
      }),
    );
    expect(differing(compared, tolerance)).toEqual([]);
  });

  it.each(recorded)(
    '%s, differs from Prometheus by its extrapolation only',
    (_, history, local) => {
      const wide = history.scrapes.flatMap(({ at, since }) =>
        bounded.flatMap((signal) => {
          const window = local.windowOf(signal, at);
          if (window === undefined || window.from < since) return [];
          const plain = local.read(signal, window, plainIncrease);
          const stretched = local.read(signal, window, extrapolatedIncrease);
          // Which of them has enough samples may differ by the same share.
          const both = compare(signal, at, plain, stretched).filter(
            ({ local: value, other }) => value !== undefined && other !== undefined,
          );
          return differing(both, mostStretch(signal.name, window));
        }),
      );
      expect(wide).toEqual([]);
    },
  );
});

/** At the times of scrapes, every twentieth of them. */
async function compareAtScrapes(
  { scrapes }: RecordedHistory,
  local: HistoryOfSignals,
  prometheus: PrometheusServer,
): Promise<readonly Compared[]> {
  const compared: Compared[] = [];
  for (const { at } of scrapes.filter((_, index) => index % 20 === 0)) {
    const answers = await Promise.all(signals.map((signal) => askAt(prometheus, signal, at)));
    for (const [index, signal] of signals.entries()) {
      const window = local.windowOf(signal, at);
      // A window of core needs two entries, also for a gauge.
      if (signal.name === 'source_silence' && window === undefined) continue;
      const read = local.read(signal, window, extrapolatedIncrease);
      compared.push(...compareCounted(signal, at, read, answers[index] ?? new Map()));
    }
  }
  return compared;
}

/** Where both ends of every window lie somewhere between two scrapes, and up to an hour after the last. */
async function compareBetweenScrapes(
  { scrapes }: RecordedHistory,
  local: HistoryOfSignals,
  prometheus: PrometheusServer,
): Promise<readonly Compared[]> {
  const first = (scrapes[0]?.at ?? 0) + 3_250;
  const last = (scrapes.at(-1)?.at ?? 0) + 3_600_000;
  const count = Math.floor((last - first) / stepMs);
  const times = Array.from({ length: count }, (_, at) => first + at * stepMs);
  const compared: Compared[] = [];
  for (const signal of signals.filter(({ name }) => name !== 'source_silence')) {
    const answers = await askBetween(prometheus, signal, times);
    for (const [at, answer] of answers) {
      const read = local.read(signal, local.windowOf(signal, at), extrapolatedIncrease);
      compared.push(...compareCounted(signal, at, read, answer));
    }
  }
  return compared;
}

/** A count of what never happened is 0 here; Prometheus has no series of it and so no result. */
function compareCounted(
  signal: SignalDefinition,
  at: number,
  local: ReadonlyMap<string, Value>,
  prometheus: ReadonlyMap<string, number>,
): readonly Compared[] {
  return compare(signal, at, local, prometheus).filter(
    (each) => !(signal.minSamples === 0 && each.local === 0 && each.other === undefined),
  );
}

/**
 * As a share of what Prometheus says. At the time of a scrape only the start of a window is stretched, by at most 1.1 times
 * the mean distance of two scrapes: each operand by the same share or less, so a ratio by no more either way. That is
 * below 0.5 % for an hour full of scrapes, and below 2 % for fifteen minutes.
 */
function mostStretch(name: SignalName, { from, firstAt, lastAt, scrapes }: ScrapedWindow): number {
  const mean = (lastAt - firstAt) / (scrapes - 1);
  const share = Math.min(firstAt - from, 1.1 * mean) / (lastAt - firstAt);
  return tolerance + (name === 'efficiency_score' ? (1 + share) ** 2 - 1 : share);
}
