import { describe, expect, it } from '@jest/globals';
import { PerformanceMonitor } from '@turnscope/core';
import { FakeClock, noon } from '../support/fake-clock.ts';
import { read } from '../support/read-series.ts';

// The zero hold is for `increase()`; a gauge that shows 0 says that it measured 0.
describe('a gauge that appears after the first collect', () => {
  it('shows its value at once', () => {
    const monitor = new PerformanceMonitor({ clock: new FakeClock() });
    monitor.collect();
    const sink = monitor.enableSource('transcripts');
    sink.record({
      type: 'conversation-start',
      conversationId: 'c1',
      processType: 'mine',
      at: noon,
    });
    expect(read(monitor, 'turnscope_conversations_active', { process_type: 'mine' })).toBe(1);
    expect(
      read(monitor, 'turnscope_source_last_event_timestamp_seconds', { source: 'transcripts' }),
    ).toBe(noon / 1000);
  });
});
