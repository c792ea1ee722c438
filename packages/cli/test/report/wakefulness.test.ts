import { describe, expect, it } from '@jest/globals';
import type { AgentEvent } from '@turnscope/core';
import { awakeMs, wakeMs } from '../../src/report/wakefulness.ts';

const retry = (at: number): AgentEvent => ({
  type: 'retry',
  conversationId: 'c1',
  reason: 'overloaded',
  at,
});
const period = { from: 0, to: 100 * wakeMs };

describe('the time in which evaluations can see a change', () => {
  it('is an hour and a quarter after an event', () => {
    expect(wakeMs).toBe(75 * 60_000);
    expect(awakeMs([retry(wakeMs)], period)).toBe(wakeMs);
  });

  it('counts once what follows two events, and ends with the period', () => {
    const events = [retry(0), retry(wakeMs / 2), retry(10 * wakeMs), retry(99.5 * wakeMs)];
    expect(awakeMs(events, period)).toBe(3 * wakeMs);
  });

  it('is none without events', () => expect(awakeMs([], period)).toBe(0));
});
