import { describe, expect, it } from '@jest/globals';
import { createMonitor } from '../support/create-monitor.ts';
import { noon } from '../support/fake-clock.ts';
import { read } from '../support/read-series.ts';

const source = 'transcripts';
const retry = { type: 'retry', conversationId: 'c1', reason: 'unknown' } as const;

// Reading a state back added gauges as if they were counters.
describe('the time of the last event of a source', () => {
  it('is the later of both when a state is read back', () => {
    const monitor = createMonitor();
    monitor.enableSource(source).record({ ...retry, at: noon });
    const later = createMonitor();
    later.enableSource(source).record({ ...retry, at: noon + 5000 });
    later.readState(monitor.writeState());
    monitor.readState(later.writeState());
    const last = 'turnscope_source_last_event_timestamp_seconds';
    expect(read(later, last, { source })).toBe(noon / 1000 + 5);
    expect(read(monitor, last, { source })).toBe(noon / 1000 + 5);
  });
});
