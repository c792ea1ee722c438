import { describe, expect, it } from '@jest/globals';
import type { AgentEvent } from '@turnscope/core';
import { EventLog } from '../../src/report/event-log.ts';

const retry = (at: number | undefined, knownAt = at): AgentEvent => ({
  type: 'retry',
  conversationId: `c${at}`,
  reason: 'overloaded',
  at,
  knownAt,
});

function logOf(asked: { from: number | undefined; to: number }, ...events: AgentEvent[]): EventLog {
  const log = new EventLog(asked, 4);
  for (const event of events) log.sink.record(event);
  return log;
}

describe('an event log', () => {
  it('keeps what happened in the period, both ends included, by its own time', () => {
    const log = logOf({ from: 10, to: 20 }, retry(9, 15), retry(10), retry(20, 99), retry(21, 21));
    expect(log.inOrder().map(({ at }) => at)).toEqual([10, 20]);
  });

  it('tells them in the order in which they were known, ties as they came', () => {
    const log = logOf({ from: 0, to: 99 }, retry(5, 50), retry(9), retry(7, 9), retry(8, 9));
    expect(log.inOrder().map(({ at }) => at)).toEqual([9, 7, 8, 5]);
  });

  it('leaves out what bears no time', () => {
    expect(logOf({ from: undefined, to: 99 }, retry(undefined)).size).toBe(0);
  });

  it('knows when the latest event happened, also before the period', () => {
    expect(logOf({ from: 50, to: 99 }, retry(30), retry(40), retry(100)).lastAt).toBe(40);
    expect(logOf({ from: 50, to: 99 }).lastAt).toBeUndefined();
  });

  it('begins a minute before the first event where all is asked for', () => {
    const first = 1_000_000;
    const log = logOf({ from: undefined, to: 2_000_000 }, retry(first + 5), retry(first));
    expect(log.period).toEqual({ from: first - 60_000, to: 2_000_000 });
    expect(logOf({ from: undefined, to: 99_000 }).period).toEqual({ from: 39_000, to: 99_000 });
  });

  it('says when it is full instead of growing on', () => {
    const log = logOf({ from: 0, to: 99 }, retry(1), retry(2), retry(3), retry(4));
    expect([log.isFull, log.size]).toEqual([false, 4]);
    log.sink.record(retry(5));
    expect([log.isFull, log.size]).toEqual([true, 4]);
  });
});
