import { describe, expect, it } from '@jest/globals';
import { PerformanceMonitor } from '@turnscope/core';
import { createMonitor } from '../support/create-monitor.ts';
import { read } from '../support/read-series.ts';

const total = 'turnscope_notifications_total';
const queued = 'turnscope_notifications_queued';

describe('enableNotifier', () => {
  it('shows a receiver at 0, and no kind of receiver that there is not', () => {
    const monitor = new PerformanceMonitor({ clock: { now: () => 0 } });
    expect(read(monitor, queued, { notifier: 'webhook' })).toBeUndefined();
    monitor.enableNotifier('webhook');
    for (const outcome of ['sent', 'failed', 'dropped']) {
      expect(read(monitor, total, { notifier: 'webhook', outcome })).toBe(0);
    }
    expect(read(monitor, queued, { notifier: 'webhook' })).toBe(0);
    expect(read(monitor, queued, { notifier: 'alertmanager' })).toBeUndefined();
  });

  it('adds up what receivers of a kind count', () => {
    const monitor = createMonitor();
    const first = monitor.enableNotifier('alertmanager');
    const second = monitor.enableNotifier('alertmanager');
    first.count('sent', 2);
    second.count('sent', 3);
    second.count('failed', 1);
    first.queued(4);
    second.queued(2);
    first.queued(1);
    const count = (outcome: string) => read(monitor, total, { notifier: 'alertmanager', outcome });
    expect([count('sent'), count('failed'), count('dropped')]).toEqual([5, 1, 0]);
    expect(read(monitor, queued, { notifier: 'alertmanager' })).toBe(3);
  });

  it('writes down what was counted, and not what waits', () => {
    const before = createMonitor();
    const counter = before.enableNotifier('webhook');
    counter.count('dropped', 2);
    counter.queued(5);
    const after = createMonitor();
    after.enableNotifier('webhook');
    after.readState(before.writeState());
    expect(read(after, total, { notifier: 'webhook', outcome: 'dropped' })).toBe(2);
    expect(read(after, queued, { notifier: 'webhook' })).toBe(0);
  });

  it('counts nothing in a monitor that is off', () => {
    const monitor = createMonitor({ enabled: false });
    monitor.enableNotifier('webhook').count('sent', 1);
    monitor.enableNotifier('webhook').queued(1);
    expect(monitor.collect().families).toEqual([]);
  });
});
