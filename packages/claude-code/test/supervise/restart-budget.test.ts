import { describe, expect, it } from '@jest/globals';
import { RestartBudget } from '../../src/supervise/restart-budget.ts';
import { createFakeClock } from '../support/fake-clock.ts';

describe('a budget of restarts', () => {
  it('gives as many as it has within its window, and more when they are past', () => {
    const clock = createFakeClock();
    const budget = new RestartBudget({ restarts: 2, windowMs: 10_000 }, clock);
    expect([budget.take(), budget.take(), budget.take()]).toEqual([true, true, false]);
    clock.advance(9.999);
    expect(budget.take()).toBe(false);
    clock.advance(0.001);
    expect([budget.take(), budget.take(), budget.take()]).toEqual([true, true, false]);
  });

  it('gives none when it has none', () => {
    expect(new RestartBudget({ restarts: 0 }, createFakeClock()).take()).toBe(false);
  });

  it('forgets what was taken when it is refilled', () => {
    const budget = new RestartBudget({ restarts: 1 }, createFakeClock());
    budget.take();
    budget.refill();
    expect([budget.take(), budget.take()]).toEqual([true, false]);
  });

  it.each([{ restarts: -1 }, { restarts: 1.5 }, { windowMs: 0 }])('refuses %j', (options) => {
    expect(() => new RestartBudget(options, createFakeClock())).toThrow(RangeError);
  });
});
