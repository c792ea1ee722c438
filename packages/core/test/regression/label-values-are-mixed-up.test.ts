import { describe, expect, it } from '@jest/globals';
import { createMonitor } from '../support/create-monitor.ts';
import { read } from '../support/read-series.ts';

const outcome = 'success';

// Series were found by their label values joined with a character that a value may contain.
describe('series', () => {
  it('are kept apart when a label value holds the character that separated them', () => {
    const monitor = createMonitor();
    monitor.recordResponse({ conversationId: 'c1', processType: 'a', model: 'b\u0000c', outcome });
    monitor.recordResponse({ conversationId: 'c1', processType: 'a\u0000b', model: 'c', outcome });
    const value = (process_type: string, model: string) =>
      read(monitor, 'turnscope_responses_total', { process_type, model, outcome });
    expect([value('a', 'b\u0000c'), value('a\u0000b', 'c')]).toEqual([1, 1]);
  });
});
