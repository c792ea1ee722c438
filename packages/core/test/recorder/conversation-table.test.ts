import { describe, expect, it } from '@jest/globals';
import type { PerformanceMonitor } from '@turnscope/core';
import fc from 'fast-check';
import { createMonitor } from '../support/create-monitor.ts';
import { FakeClock, noon } from '../support/fake-clock.ts';
import { read, readHistogram } from '../support/read-series.ts';

const process_type = 'tactical';
const c1 = { conversationId: 'c1', processType: 'tactical' } as const;
const day = 24 * 3600;

function start(conversationLimit = 100) {
  const clock = new FakeClock();
  return { clock, monitor: createMonitor({ clock, conversationLimit, strict: true }) };
}

function turn(monitor: PerformanceMonitor, conversationId: string, at?: number): void {
  monitor.recordTurn({ conversationId, processType: 'tactical', outcome: 'success', at });
}

const started = (monitor: PerformanceMonitor) =>
  read(monitor, 'turnscope_conversations_started_total', { process_type });
const active = (monitor: PerformanceMonitor) =>
  read(monitor, 'turnscope_conversations_active', { process_type });
const turns = (monitor: PerformanceMonitor) =>
  readHistogram(monitor, 'turnscope_conversation_turns', { process_type });

describe('conversations', () => {
  it('begin once, by their start or by their first turn', () => {
    const { monitor } = start();
    monitor.startConversation(c1);
    monitor.startConversation(c1);
    turn(monitor, 'c1');
    turn(monitor, 'c2');
    turn(monitor, 'c2');
    expect([started(monitor), active(monitor)]).toEqual([2, 2]);
  });

  it('are counted in the process type in which they began', () => {
    const { monitor } = start();
    turn(monitor, 'c1');
    monitor.recordTurn({ conversationId: 'c1', processType: 'strategic', outcome: 'success' });
    monitor.endConversation({ conversationId: 'c1' });
    expect(turns(monitor)).toEqual({ count: 1, sum: 2, buckets: { 2: 1 } });
    expect(
      read(monitor, 'turnscope_conversations_started_total', { process_type: 'strategic' }),
    ).toBe(0);
  });

  it('are observed with their turns when they end, once', () => {
    const { monitor } = start();
    for (const _ of Array.from({ length: 4 })) turn(monitor, 'c1');
    monitor.endConversation({ conversationId: 'c1' });
    monitor.endConversation({ conversationId: 'c1' });
    expect(turns(monitor)).toEqual({ count: 1, sum: 4, buckets: { 5: 1 } });
    expect(active(monitor)).toBe(0);
    expect(read(monitor, 'turnscope_conversations_tracked')).toBe(0);
  });

  it('are active for 15 minutes after their last event', () => {
    const { clock, monitor } = start();
    turn(monitor, 'c1');
    clock.pass(900);
    expect(active(monitor)).toBe(1);
    clock.pass(0.001);
    expect(active(monitor)).toBe(0);
    monitor.recordResponse({ ...c1, outcome: 'success' });
    expect(active(monitor)).toBe(1);
  });

  it('are over when they were quiet for more than 24 h', () => {
    const { clock, monitor } = start();
    turn(monitor, 'c1');
    clock.pass(day);
    expect(turns(monitor)?.count).toBe(0);
    clock.pass(0.001);
    expect(turns(monitor)).toEqual({ count: 1, sum: 1, buckets: { 1: 1 } });
    turn(monitor, 'c1');
    expect(started(monitor)).toBe(2);
  });

  it.each([
    ['retry', (monitor: PerformanceMonitor) => monitor.recordRetry({ ...c1, reason: 'unknown' })],
    [
      'tool call',
      (monitor: PerformanceMonitor) =>
        monitor.recordToolCall({ ...c1, tool: 'Bash', outcome: 'success' }),
    ],
    [
      'compaction',
      (monitor: PerformanceMonitor) => monitor.recordCompaction({ ...c1, outcome: 'success' }),
    ],
    [
      'response',
      (monitor: PerformanceMonitor) => monitor.recordResponse({ ...c1, outcome: 'error' }),
    ],
  ])('are kept going by a %s', (_name, record) => {
    const { clock, monitor } = start();
    turn(monitor, 'c1');
    clock.pass(day);
    record(monitor);
    clock.pass(day);
    expect(turns(monitor)?.count).toBe(0);
    expect(read(monitor, 'turnscope_conversations_tracked')).toBe(1);
  });

  it('live by the time of their events, whatever their order', () => {
    const { monitor } = start();
    turn(monitor, 'c1', noon);
    turn(monitor, 'c1', noon - 3 * day * 1000);
    turn(monitor, 'c2', noon - 3 * day * 1000);
    expect(turns(monitor)).toEqual({ count: 1, sum: 1, buckets: { 1: 1 } });
    expect(active(monitor)).toBe(1);
  });

  it('are forgotten, the quietest first, when there is no room, and counted', () => {
    const { clock, monitor } = start(32);
    for (let number = 0; number < 33; number += 1) {
      turn(monitor, `c${number}`);
      clock.pass(1);
    }
    expect(read(monitor, 'turnscope_conversations_evicted_total')).toBe(2);
    expect(read(monitor, 'turnscope_conversations_tracked')).toBe(31);
    expect(read(monitor, 'turnscope_conversations_tracked_limit')).toBe(32);
    monitor.endConversation({ conversationId: 'c1' });
    expect(turns(monitor)?.count).toBe(0);
    monitor.endConversation({ conversationId: 'c2' });
    expect(turns(monitor)?.count).toBe(1);
  });

  it('are all accounted for: started = observed + tracked + evicted, and never above the limit', () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('turn' as const), id: fc.nat({ max: 30 }) }),
      fc.record({ kind: fc.constant('start' as const), id: fc.nat({ max: 30 }) }),
      fc.record({ kind: fc.constant('end' as const), id: fc.nat({ max: 30 }) }),
      fc.record({ kind: fc.constant('pass' as const), id: fc.nat({ max: 2 * day }) }),
      fc.record({ kind: fc.constant('collect' as const), id: fc.constant(0) }),
    );
    const limit = fc.integer({ min: 1, max: 20 });
    fc.assert(
      fc.property(limit, fc.array(step, { maxLength: 200 }), (conversationLimit, steps) => {
        const { clock, monitor } = start(conversationLimit);
        const actions = {
          turn: (id: number) => turn(monitor, `c${id}`),
          start: (id: number) =>
            monitor.startConversation({ conversationId: `c${id}`, processType: 'tactical' }),
          end: (id: number) => monitor.endConversation({ conversationId: `c${id}` }),
          pass: (seconds: number) => clock.pass(seconds),
          collect: () => monitor.collect(),
        };
        for (const { kind, id } of steps) {
          actions[kind](id);
          const observed = turns(monitor)?.count ?? Number.NaN;
          const tracked = read(monitor, 'turnscope_conversations_tracked') ?? Number.NaN;
          const evicted = read(monitor, 'turnscope_conversations_evicted_total') ?? Number.NaN;
          expect(started(monitor)).toBe(observed + tracked + evicted);
          expect(tracked).toBeLessThanOrEqual(conversationLimit);
        }
      }),
      { numRuns: 50 },
    );
  });
});
