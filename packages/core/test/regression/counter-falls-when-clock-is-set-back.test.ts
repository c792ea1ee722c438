import { describe, expect, it } from '@jest/globals';
import { PerformanceMonitor } from '@turnscope/core';
import { FakeClock } from '../support/fake-clock.ts';
import { read } from '../support/read-series.ts';

// A series was held at 0 whenever the clock stood before the end of its hold, shown before or not.
describe('a series that has been shown', () => {
  it('keeps its value when the clock is set back', () => {
    const clock = new FakeClock();
    const monitor = new PerformanceMonitor({ clock });
    const value = () =>
      read(monitor, 'turnscope_tool_calls_total', { tool: 'Bash', outcome: 'success' });
    monitor.collect();
    monitor.recordToolCall({ conversationId: 'c1', tool: 'Bash', outcome: 'success' });
    expect(value()).toBe(0);
    clock.pass(30);
    expect(value()).toBe(1);
    clock.pass(-3600);
    expect(value()).toBe(1);
  });
});
