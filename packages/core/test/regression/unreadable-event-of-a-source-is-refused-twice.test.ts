import { expect, it } from '@jest/globals';
import { PerformanceMonitor } from '@turnscope/core';
import { read } from '../support/read-series.ts';

it('refuses an event of a source that throws when it is read once', () => {
  const monitor = new PerformanceMonitor();
  const event = {
    type: 'conversation-end',
    conversationId: 'c',
    get at(): number {
      throw new Error('unreadable');
    },
  } as const;
  monitor.enableSource('transcripts').record(event);
  expect(read(monitor, 'turnscope_events_rejected_total', { reason: 'unreadable' })).toBe(1);
  expect(read(monitor, 'turnscope_source_events_total', { source: 'transcripts' })).toBe(1);
});
