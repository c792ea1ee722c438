import { describe, expect, it } from '@jest/globals';
import { createMonitor } from '../support/create-monitor.ts';
import { read } from '../support/read-series.ts';

// An event that throws when it is read was counted as a defect of Turnscope.
describe('an event with a getter that throws', () => {
  it('is a refused event, not a failure', () => {
    const monitor = createMonitor();
    monitor.recordTurn({
      conversationId: 'c1',
      get outcome(): 'success' {
        throw new Error('boom');
      },
    });
    expect(read(monitor, 'turnscope_record_failures_total')).toBe(0);
    expect(read(monitor, 'turnscope_events_rejected_total', { reason: 'unreadable' })).toBe(1);
  });
});
