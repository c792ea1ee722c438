import { describe, expect, it } from '@jest/globals';
import type { AgentEvent, MetricSeries, MonitorOptions, PerformanceMonitor } from '@turnscope/core';
import fc from 'fast-check';
import { attributedEvents, userLabels } from '../support/attributed-events.ts';
import { createMonitor } from '../support/create-monitor.ts';
import { readAll, seriesOf } from '../support/read-series.ts';

const detailed = { nativeHistograms: true, exemplars: true };

function recorded(events: readonly AgentEvent[], options: MonitorOptions): PerformanceMonitor {
  const monitor = createMonitor({ labels: userLabels, ...options });
  for (const event of events) monitor.record(event);
  return monitor;
}

/** How much the buckets of both kinds count, for each series of a histogram. */
function totals(monitor: PerformanceMonitor): readonly { classic: number; native: number }[] {
  const { now, families } = monitor.collect();
  return families
    .filter(({ kind }) => kind === 'histogram')
    .flatMap(({ series, bounds = [] }) =>
      series.map((each) => ({
        classic: classicTotal(each, bounds.length, now),
        native: nativeTotal(each, now),
      })),
    );
}

function classicTotal(series: MetricSeries, bounds: number, now: number): number {
  const cells = new Float64Array(bounds + 2);
  series.read(now, cells);
  return cells.slice(0, -1).reduce((sum, count) => sum + count, 0);
}

function nativeTotal(series: MetricSeries, now: number): number {
  const { zeroCount = Number.NaN, counts = [] } = series.native?.(now) ?? {};
  return Array.from(counts).reduce((sum, count) => sum + count, zeroCount);
}

/** The counts of series that count anything. */
function counted(shown: ReturnType<typeof totals>): readonly number[] {
  const counts = shown.map(({ classic }) => classic).filter((count) => count > 0);
  return counts.toSorted((a, b) => a - b);
}

const events = fc.array(attributedEvents, { maxLength: 3 }).map((lists) => lists.flat());

describe('for any events', () => {
  it('native buckets count what the classic ones count', () => {
    fc.assert(
      fc.property(events, (given) => {
        const shown = totals(recorded(given, detailed));
        expect(shown.map(({ native }) => native)).toEqual(shown.map(({ classic }) => classic));
      }),
    );
  });

  it('everything else is as if nobody kept details', () => {
    fc.assert(
      fc.property(events, (given) => {
        expect(readAll(recorded(given, detailed))).toEqual(readAll(recorded(given, {})));
      }),
    );
  });

  it('what was written is read back, with details or without', () => {
    fc.assert(
      fc.property(events, fc.boolean(), (given, writesDetails) => {
        const written = recorded(given, writesDetails ? detailed : {});
        const state = JSON.parse(JSON.stringify(written.writeState()));
        const read = createMonitor({ labels: userLabels, ...detailed });
        read.readState(state);
        const shown = totals(read);
        expect(shown.map(({ native }) => native)).toEqual(shown.map(({ classic }) => classic));
        expect(counted(shown)).toEqual(counted(totals(written)));
      }),
    );
  });
});

const exchange = {
  conversationId: 'c1',
  processType: 'tactical',
  model: 'opus',
  outcome: 'success',
} as const;
const labels = { process_type: 'tactical', model: 'opus', outcome: 'success' };
const duration = 'turnscope_response_duration_seconds';

describe('a native histogram', () => {
  it('has the buckets of its growth factor', () => {
    const monitor = createMonitor({ nativeHistograms: { growthFactor: 2 } });
    for (const durationSeconds of [0, 3, 3.5, 9]) {
      monitor.recordExchange({ ...exchange, durationSeconds });
    }
    const { counts = [], ...rest } = seriesOf(monitor, duration, labels)?.native?.(0) ?? {};
    expect(rest).toEqual({ schema: 0, zeroThreshold: 2 ** -10, zeroCount: 1, lowest: 2 });
    expect([...Array.from(counts)]).toEqual([2, 0, 1]);
  });

  it('stands at zero as long as its series is held there', () => {
    const monitor = createMonitor({ nativeHistograms: true, zeroHoldSeconds: 30 });
    monitor.collect();
    monitor.recordExchange({ ...exchange, durationSeconds: 3 });
    const { now } = monitor.collect();
    const series = seriesOf(monitor, duration, labels);
    expect(series?.native?.(now)?.counts).toHaveLength(0);
    expect(Array.from(series?.native?.(now + 30_000)?.counts ?? [])).toEqual([1]);
  });

  it('is not there unless somebody asked for it', () => {
    const monitor = createMonitor({ exemplars: true });
    monitor.recordExchange({ ...exchange, durationSeconds: 3 });
    expect(seriesOf(monitor, duration, labels)?.native).toBeUndefined();
  });

  it.each([
    [{ growthFactor: 1 }, 'nativeHistograms.growthFactor must be above 1 and at most 65536, got 1'],
    [{ growthFactor: Number.NaN }, 'got NaN'],
    [{ maxBuckets: 7 }, 'nativeHistograms.maxBuckets must be a whole number from 8 to 1000, got 7'],
  ])('refuses %j', (nativeHistograms, message) => {
    expect(() => createMonitor({ nativeHistograms })).toThrow(message);
  });
});

describe('a state', () => {
  it('whose native buckets count something else is refused, and nothing is added', () => {
    const written = createMonitor(detailed);
    written.recordExchange({ ...exchange, durationSeconds: 3 });
    const state = JSON.parse(JSON.stringify(written.writeState()));
    const row = state.store.rows.find(({ kind }: { kind: string }) => kind === 'response');
    row.natives[0].zeroCount += 1;
    const monitor = createMonitor(detailed);
    const before = readAll(monitor);
    expect(() => monitor.readState(state)).toThrow('state has a wrong row of kind response');
    expect(readAll(monitor)).toEqual(before);
  });

  it('without native buckets counts each value as the upper bound of its bucket', () => {
    const written = createMonitor();
    written.recordExchange({ ...exchange, durationSeconds: 3.4 });
    written.recordExchange({ ...exchange, durationSeconds: 1e4 });
    const monitor = createMonitor({ nativeHistograms: { growthFactor: 2 } });
    monitor.readState(written.writeState());
    const { lowest, counts = [] } = seriesOf(monitor, duration, labels)?.native?.(0) ?? {};
    // 4 ends bucket 2; twice the last bound of 600 lies in bucket 11.
    expect(lowest).toBe(2);
    expect(Array.from(counts)).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
  });
});
