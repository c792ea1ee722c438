import { describe, expect, it } from '@jest/globals';
import { PerformanceMonitor } from '@turnscope/core';
import { FakeClock } from '../support/fake-clock.ts';
import { read, readHistogram } from '../support/read-series.ts';

const labels = {
  process_type: 'tactical',
  model: 'opus',
  initiator: 'user',
  outcome: 'success',
};
const duration = { process_type: 'tactical', model: 'opus', outcome: 'success' };
const turn = {
  conversationId: 'c1',
  processType: 'tactical',
  model: 'opus',
  outcome: 'success',
  durationSeconds: 3,
} as const;

function start(zeroHoldSeconds = 30) {
  const clock = new FakeClock();
  return { clock, monitor: new PerformanceMonitor({ clock, zeroHoldSeconds }) };
}

const turns = (monitor: PerformanceMonitor) => read(monitor, 'turnscope_turns_total', labels);
const durations = (monitor: PerformanceMonitor) =>
  readHistogram(monitor, 'turnscope_turn_duration_seconds', duration)?.count;

describe('zero first', () => {
  it.each([
    ['turnscope_turn_latency_zone_total', { process_type: 'tactical', zone: 'frustrated' }],
    ['turnscope_response_latency_zone_total', { process_type: 'strategic', zone: 'satisfied' }],
    [
      'turnscope_compactions_total',
      { process_type: 'tactical', trigger: 'auto', outcome: 'error' },
    ],
    ['turnscope_restarts_total', { process_type: 'tactical', reason: 'hang', outcome: 'success' }],
    ['turnscope_conversations_started_total', { process_type: 'strategic' }],
    ['turnscope_events_rejected_total', { reason: 'negative' }],
    [
      'turnscope_threshold_breaches_total',
      { metric: 'turn_duration', severity: 'critical', process_type: 'tactical' },
    ],
  ])('shows %s%j at 0 before anything happened', (name, known) => {
    expect(read(start().monitor, name, known)).toBe(0);
  });

  it('shows empty histograms whose labels are known', () => {
    expect(
      readHistogram(start().monitor, 'turnscope_turn_responses', { process_type: 'tactical' }),
    ).toEqual({ count: 0, sum: 0, buckets: {} });
  });

  it('takes the process types that it is told', () => {
    const monitor = new PerformanceMonitor({ processTypes: ['mine'] });
    const zone = 'satisfied';
    const value = (process_type: string) =>
      read(monitor, 'turnscope_turn_latency_zone_total', { process_type, zone });
    expect([value('mine'), value('tactical')]).toEqual([0, undefined]);
  });
});

describe('zero hold', () => {
  it('shows history from before the first collect at once', () => {
    const { monitor } = start();
    monitor.recordTurn(turn);
    expect(turns(monitor)).toBe(1);
    expect(durations(monitor)).toBe(1);
  });

  it('shows a series that appears later at 0 until its time has passed', () => {
    const { clock, monitor } = start();
    monitor.collect();
    monitor.recordTurn(turn);
    expect([turns(monitor), durations(monitor)]).toEqual([0, 0]);
    clock.pass(29.999);
    monitor.recordTurn(turn);
    expect([turns(monitor), durations(monitor)]).toEqual([0, 0]);
    clock.pass(0.001);
    expect([turns(monitor), durations(monitor)]).toEqual([2, 2]);
  });

  it('shows new rows in a series that exists at once', () => {
    const { monitor } = start();
    monitor.collect();
    monitor.recordTurn(turn);
    expect(
      read(monitor, 'turnscope_turn_latency_zone_total', {
        process_type: 'tactical',
        zone: 'tolerating',
      }),
    ).toBe(1);
  });

  it('is off at 0 seconds', () => {
    const { monitor } = start(0);
    monitor.collect();
    monitor.recordTurn(turn);
    expect(turns(monitor)).toBe(1);
  });

  it('holds what appears later by its own time', () => {
    const { clock, monitor } = start();
    monitor.collect();
    monitor.recordTurn(turn);
    clock.pass(20);
    monitor.recordTurn({ ...turn, model: 'haiku' });
    clock.pass(10);
    expect(turns(monitor)).toBe(1);
    expect(read(monitor, 'turnscope_turns_total', { ...labels, model: 'haiku' })).toBe(0);
    clock.pass(20);
    expect(read(monitor, 'turnscope_turns_total', { ...labels, model: 'haiku' })).toBe(1);
  });
});
