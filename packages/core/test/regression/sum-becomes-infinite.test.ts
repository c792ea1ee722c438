import { describe, expect, it } from '@jest/globals';
import { createMonitor } from '../support/create-monitor.ts';
import { read, readHistogram } from '../support/read-series.ts';

// Finite numbers near the largest one made a sum infinite after two events, and it stays so for ever.
describe('a sum', () => {
  it('stays finite: numbers that no counter can hold are refused', () => {
    const monitor = createMonitor();
    const event = { conversationId: 'c1', outcome: 'success' } as const;
    monitor.recordResponse({ ...event, costUsd: Number.MAX_VALUE, tokens: { input: 1 } });
    monitor.recordResponse({ ...event, costUsd: Number.MAX_VALUE, tokens: { input: 1 } });
    const labels = { process_type: 'unknown', model: 'unknown' };
    expect(read(monitor, 'turnscope_cost_usd_total', labels)).toBeUndefined();
    expect(read(monitor, 'turnscope_events_rejected_total', { reason: 'too_large' })).toBe(2);
  });

  it('of compaction ratios stays finite when next to nothing was there before', () => {
    const monitor = createMonitor();
    monitor.recordCompaction({
      conversationId: 'c1',
      outcome: 'success',
      tokensBefore: Number.MIN_VALUE,
      tokensAfter: Number.MAX_SAFE_INTEGER,
    });
    const labels = { process_type: 'unknown', trigger: 'auto' };
    expect(readHistogram(monitor, 'turnscope_compaction_ratio', labels)?.sum).toBe(0);
  });
});
