import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { watchEventLoop } from '../../src/runtime/event-loop-lag.ts';
import { singleValueOf } from '../support/families.ts';

describe('watchEventLoop', () => {
  it('has no statistic of an interval without measurements', () => {
    const watch = watchEventLoop({ now: () => 0 });
    watch.families();
    expect(singleValueOf(watch.families(), 'nodejs_eventloop_lag_p99_seconds')).toBeNaN();
    watch.close();
  });

  it('sees the delays since the call before', async () => {
    const watch = watchEventLoop({ now: () => 0 });
    await wait(100);
    const families = watch.families();
    expect(singleValueOf(families, 'nodejs_eventloop_lag_max_seconds')).toBeGreaterThan(0);
    expect(singleValueOf(families, 'nodejs_eventloop_lag_max_seconds')).toBeLessThan(60);
    watch.close();
  });

  it('shows how long the event loop took to come back at the call before', async () => {
    const times = [1_000, 1_250];
    const watch = watchEventLoop({ now: () => times.shift() ?? 0 });
    expect(singleValueOf(watch.families(), 'nodejs_eventloop_lag_seconds')).toBe(0);
    await new Promise((done) => setImmediate(done));
    expect(singleValueOf(watch.families(), 'nodejs_eventloop_lag_seconds')).toBe(0.25);
    watch.close();
  });
});
