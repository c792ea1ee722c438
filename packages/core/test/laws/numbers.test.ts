import { describe, expect, it } from '@jest/globals';
import {
  type AgentEvent,
  catalogue,
  type PerformanceMonitor,
  type ToolCallEvent,
} from '@turnscope/core';
import fc from 'fast-check';
import { createMonitor } from '../support/create-monitor.ts';
import { anyEvent, anyEvents, orderlessEvents, rightEvents } from '../support/event-arbitraries.ts';
import { readAll, readHistogram } from '../support/read-series.ts';

const gauges = catalogue.filter(({ kind }) => kind === 'gauge').map(({ name }) => `${name}{`);

/** Counters and buckets of what was recorded: what only ever grows, and not because somebody looks. */
function growing(monitor: PerformanceMonitor): readonly (readonly [string, number])[] {
  return Object.entries(readAll(monitor)).filter(
    ([key]) => !gauges.some((name) => key.startsWith(name)) && !key.includes('_evaluation'),
  );
}

/** Counters and buckets but those of conversations, which depend on the order of events. */
function countsOf(events: readonly AgentEvent[]): Readonly<Record<string, number>> {
  const monitor = createMonitor();
  for (const event of events) monitor.record(event);
  return Object.fromEntries(growing(monitor).filter(([key]) => !key.includes('_conversation')));
}

function add(
  left: Readonly<Record<string, number>>,
  right: Readonly<Record<string, number>>,
): Readonly<Record<string, number>> {
  const keys = [...Object.keys(left), ...Object.keys(right)];
  return Object.fromEntries(keys.map((key) => [key, (left[key] ?? 0) + (right[key] ?? 0)]));
}

describe('for any events', () => {
  it('no series is NaN, infinite or negative', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const monitor = createMonitor();
        for (const event of events) monitor.record(event);
        const values = Object.values(readAll(monitor));
        expect(values.filter((value) => !(value >= 0 && value < Infinity))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('no counter and no bucket falls', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const monitor = createMonitor();
        const after = events.map((event) => {
          monitor.record(event);
          return new Map(growing(monitor));
        });
        const falls = after.flatMap((values, at) =>
          [...values].filter(([key, value]) => value < (after[at - 1]?.get(key) ?? 0)),
        );
        expect(falls).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('nothing is thrown, and nothing fails inside', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const monitor = createMonitor();
        for (const event of events) {
          monitor.record(event);
          monitor.recordExchange(event as never);
          monitor.recordTurn(event as never);
          monitor.startTurn(event as never).end(event as never, event as never);
          monitor.startTurn({ conversationId: 'c1' }).recordResponse(event as never);
        }
        expect(readAll(monitor)['turnscope_record_failures_total{}']).toBe(0);
      }),
      { numRuns: 100 },
    );
  });

  it('each is either recorded or refused, never both', () => {
    fc.assert(
      fc.property(anyEvent, (event) => {
        const monitor = createMonitor();
        monitor.record(event);
        const moved = growing(monitor).filter(([, value]) => value > 0);
        const refused = moved.filter(([key]) => key.startsWith('turnscope_events_rejected'));
        expect([0, moved.length]).toContain(refused.length);
      }),
      { numRuns: 300 },
    );
  });
});

describe('for right events', () => {
  it('nothing is refused', () => {
    fc.assert(
      fc.property(rightEvents, (events) => {
        const monitor = createMonitor({ strict: true });
        for (const event of events) monitor.record(event);
      }),
      { numRuns: 100 },
    );
  });

  it('counters and buckets are the same in any order', () => {
    const shuffled = orderlessEvents.chain((events) =>
      fc.tuple(
        fc.constant(events),
        fc.shuffledSubarray(events, { minLength: events.length, maxLength: events.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([events, others]) => {
        expect(countsOf(others)).toEqual(countsOf(events));
      }),
      { numRuns: 100 },
    );
  });

  it('what two monitors counted adds up to what one would have counted', () => {
    fc.assert(
      fc.property(orderlessEvents, orderlessEvents, (first, second) => {
        expect(add(countsOf(first), countsOf(second))).toEqual(countsOf([...first, ...second]));
      }),
      { numRuns: 50 },
    );
  });

  it('a histogram holds what was measured, no more and no less', () => {
    fc.assert(
      fc.property(rightEvents, (events) => {
        const monitor = createMonitor();
        for (const event of events)
          monitor.record({ ...event, outcome: 'error', model: 'm' } as never);
        const measured = events
          .filter(({ type }) => type === 'tool-call')
          .map((event) => (event as ToolCallEvent).durationSeconds ?? Infinity)
          .filter((duration) => duration <= 6 * 3600);
        const tools = ['Bash', 'Read', 'mcp'].map((tool) =>
          readHistogram(monitor, 'turnscope_tool_call_duration_seconds', {
            tool,
            outcome: 'error',
          }),
        );
        const sum = (values: readonly number[]) =>
          values.reduce((total, value) => total + value, 0);
        expect(sum(tools.map((tool) => tool?.count ?? 0))).toBe(measured.length);
        expect(sum(tools.map((tool) => tool?.sum ?? 0))).toBe(sum(measured));
      }),
      { numRuns: 100 },
    );
  });
});
