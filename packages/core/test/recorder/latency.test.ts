import { describe, expect, it } from '@jest/globals';
import type { PerformanceMonitor } from '@turnscope/core';
import { createMonitor } from '../support/create-monitor.ts';
import { FakeClock, noon } from '../support/fake-clock.ts';
import { movedBy, read } from '../support/read-series.ts';

const inC1 = { conversationId: 'c1', processType: 'tactical' } as const;
const beyond = Number.EPSILON * 4;

function breaches(monitor: PerformanceMonitor, metric: string, process_type = 'tactical') {
  return ['warning', 'critical'].map((severity) =>
    read(monitor, 'turnscope_threshold_breaches_total', { metric, severity, process_type }),
  );
}

/** In the profile chat tactical processes have the limits 2 s and 5 s. */
describe.each([
  ['turn', 'turn_duration', 'turnscope_turn_latency_zone_total'],
  ['response', 'response_duration', 'turnscope_response_latency_zone_total'],
] as const)('the latency of a %s', (type, metric, zones) => {
  it.each([
    ['far below the warning limit', 0, 'satisfied', [0, 0]],
    ['at the warning limit', 2, 'satisfied', [0, 0]],
    ['just beyond the warning limit', 2 + beyond, 'tolerating', [1, 0]],
    ['at the critical limit', 5, 'tolerating', [1, 0]],
    ['just beyond the critical limit', 5 + beyond, 'frustrated', [0, 1]],
    ['at six hours', 21_600, 'frustrated', [0, 1]],
  ])('is counted in its zone and as a breach %s', (_name, durationSeconds, zone, breached) => {
    const monitor = createMonitor();
    monitor.record({ ...inC1, type, outcome: 'success', durationSeconds });
    expect(read(monitor, zones, { process_type: 'tactical', zone })).toBe(1);
    expect(breaches(monitor, metric)).toEqual(breached);
  });

  it.each(['error', 'interrupted'] as const)('is in no zone after the outcome %s', (outcome) => {
    const monitor = createMonitor();
    monitor.record({ ...inC1, type, outcome, durationSeconds: 9 });
    for (const zone of ['satisfied', 'tolerating', 'frustrated']) {
      expect(read(monitor, zones, { process_type: 'tactical', zone })).toBe(0);
    }
    expect(breaches(monitor, metric)).toEqual([0, 1]);
  });

  it.each([
    ['strategic', [0, 0], 'satisfied'],
    ['subagent', [0, 0], 'satisfied'],
    ['mine', [0, 1], 'frustrated'],
  ])('is measured against the limits of %s', (processType, breached, zone) => {
    const overrides = { mine: { [metric]: { warning: 1, critical: 1 } } };
    const monitor = createMonitor({
      thresholds: { overrides },
      processTypes: ['strategic', 'subagent', 'mine'],
    });
    monitor.record({ ...inC1, processType, type, outcome: 'success', durationSeconds: 5 });
    expect(read(monitor, zones, { process_type: processType, zone })).toBe(1);
    expect(breaches(monitor, metric, processType)).toEqual(breached);
  });

  it('is discarded beyond six hours, and counted as discarded', () => {
    const monitor = createMonitor();
    const moved = movedBy(monitor, () =>
      monitor.record({ ...inC1, type, outcome: 'error', durationSeconds: 21_600.001 }),
    );
    const kept = Object.keys(moved).filter((key) => /duration|zone|breach/.test(key));
    expect(kept).toEqual([`turnscope_durations_discarded_total{event=${type}}`]);
    expect(moved).toMatchObject({ [`turnscope_durations_discarded_total{event=${type}}`]: 1 });
  });
});

describe('a breach', () => {
  it.each([
    ['without a time', undefined, 1],
    ['of now', noon, 1],
    ['of the future', noon + 1e9, 1],
    ['of five minutes ago', noon - 300_000, 1],
    ['older than five minutes', noon - 300_001, 0],
  ])('by an event %s is counted: %s %d', (_name, at, count) => {
    const monitor = createMonitor();
    monitor.recordTurn({ ...inC1, at, outcome: 'success', durationSeconds: 3 });
    expect(breaches(monitor, 'turn_duration')).toEqual([count, 0]);
    expect(
      read(monitor, 'turnscope_turn_latency_zone_total', {
        process_type: 'tactical',
        zone: 'tolerating',
      }),
    ).toBe(1);
  });

  it('depends on the clock when it is recorded', () => {
    const clock = new FakeClock();
    const monitor = createMonitor({ clock });
    clock.pass(301);
    monitor.recordTurn({ ...inC1, at: noon, outcome: 'success', durationSeconds: 3 });
    expect(breaches(monitor, 'turn_duration')).toEqual([0, 0]);
  });

  it.each([
    ['below the warning limit', 39_999, [0, 0]],
    ['at the warning limit', 40_000, [1, 0]],
    ['below the critical limit', 59_999, [1, 0]],
    ['at the critical limit', 60_000, [0, 1]],
    ['grown by the compaction', 200_000, [0, 1]],
  ])('of the compaction ratio %s', (_name, tokensAfter, breached) => {
    const monitor = createMonitor();
    monitor.recordCompaction({ ...inC1, outcome: 'success', tokensBefore: 100_000, tokensAfter });
    expect(breaches(monitor, 'compaction_ratio')).toEqual(breached);
  });

  it.each([
    ['at the warning limit', 1, [0, 0]],
    ['beyond the warning limit', 1 + beyond, [1, 0]],
    ['at the critical limit', 2, [1, 0]],
    ['beyond the critical limit', 2 + beyond, [0, 1]],
  ])('of the compaction duration %s', (_name, durationSeconds, breached) => {
    const monitor = createMonitor();
    monitor.recordCompaction({ ...inC1, outcome: 'success', durationSeconds });
    expect(breaches(monitor, 'compaction_duration')).toEqual(breached);
  });

  it('of old history is counted for no metric', () => {
    const monitor = createMonitor();
    const old = { ...inC1, at: 0, outcome: 'success', durationSeconds: 1000 } as const;
    const moved = movedBy(monitor, () => {
      monitor.recordExchange(old);
      monitor.recordCompaction({ ...old, tokensBefore: 10, tokensAfter: 10 });
    });
    expect(Object.keys(moved).filter((key) => key.includes('breach'))).toEqual([]);
  });
});

describe('a duration beyond six hours', () => {
  const long = 6 * 3600 + 1;
  it.each([
    [
      'tool_call',
      { ...inC1, type: 'tool-call', tool: 'Bash', outcome: 'success', durationSeconds: long },
    ],
    ['compaction', { ...inC1, type: 'compaction', outcome: 'success', durationSeconds: long }],
    ['process_start', { type: 'process-start', kind: 'fresh', startupSeconds: long }],
    ['turn', { ...inC1, type: 'turn', outcome: 'success', activeDurationSeconds: long }],
  ] as const)('is discarded for %s', (event, input) => {
    const monitor = createMonitor();
    const moved = movedBy(monitor, () => monitor.record(input));
    expect(Object.entries(moved).filter(([key]) => key.includes('duration'))).toEqual([
      [`turnscope_durations_discarded_total{event=${event}}`, 1],
    ]);
  });
});
