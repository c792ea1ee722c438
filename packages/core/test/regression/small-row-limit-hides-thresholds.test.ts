import { describe, expect, it } from '@jest/globals';
import { createMonitor } from '../support/create-monitor.ts';
import { read } from '../support/read-series.ts';

const process_type = 'tactical';

// The limit for rows of events also held for the rows of thresholds and breaches.
describe('a small limit for rows', () => {
  it('leaves thresholds and breaches as they are', () => {
    const monitor = createMonitor({ rowLimit: 1 });
    monitor.recordTurn({
      conversationId: 'c1',
      processType: 'tactical',
      outcome: 'success',
      durationSeconds: 9,
    });
    const limit = { signal: 'turn_duration', severity: 'critical', process_type };
    const breach = { metric: 'turn_duration', severity: 'critical', process_type };
    expect(read(monitor, 'turnscope_threshold', limit)).toBe(5);
    expect(
      read(monitor, 'turnscope_threshold', { ...limit, process_type: 'other' }),
    ).toBeUndefined();
    expect(read(monitor, 'turnscope_threshold_breaches_total', breach)).toBe(1);
  });
});
