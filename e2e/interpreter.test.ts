import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type SignalDefinition, type SignalName, signals } from '@turnscope/core';
import { describeWith, tool } from '@turnscope/testing';
import { compareAtScrapes, compareBetweenScrapes } from './support/asked-history.ts';
import {
  agreeingOn,
  compare,
  differing,
  HistoryOfSignals,
  type ScrapedWindow,
} from './support/compared-signals.ts';
import { extrapolatedIncrease, plainIncrease } from './support/extrapolated-increase.ts';
import { createBlocks } from './support/openmetrics-blocks.ts';
import { type PrometheusServer, startPrometheusWith } from './support/prometheus-server.ts';
import { recordHistory } from './support/recorded-history.ts';
import { operandMetrics } from './support/sampled-operands.ts';
import { signalPromql } from './support/signal-promql.ts';
import { histories } from './support/worked-histories.ts';

const recorded = histories
  .map((script) => recordHistory(script, operandMetrics))
  .map((history) => [history.name, history, new HistoryOfSignals(history)] as const);

/** Of a value: sums of floating numbers may end in other last digits. */
const tolerance = 1e-9;
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
const byHand = { of: ({ name }: SignalDefinition) => signalPromql[name] };

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
    const asked = { history, local };
    const compared = [
      ...(await compareAtScrapes(asked, prometheus, byHand)),
      ...(await compareBetweenScrapes(asked, prometheus, byHand)),
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
