import { expect, it } from '@jest/globals';
import { createMonitor } from '../support/create-monitor.ts';
import { FakeClock, noon } from '../support/fake-clock.ts';
import { seriesOf } from '../support/read-series.ts';

// A time in microseconds, or of a host whose clock is ahead, is later than all that really happens, so the
// exemplar of its bucket was never replaced.
it('an event said to happen in the future is the exemplar until the next one', () => {
  const clock = new FakeClock();
  const monitor = createMonitor({ exemplars: true, clock });
  const call = { tool: 'Bash', outcome: 'success', durationSeconds: 1 } as const;
  const shown = () => {
    const labels = { tool: 'Bash', outcome: 'success' };
    const series = seriesOf(monitor, 'turnscope_tool_call_duration_seconds', labels);
    const buckets = Array.from({ length: 30 }, (_, bucket) => series?.exemplar?.(bucket));
    return buckets.filter((exemplar) => exemplar !== undefined);
  };
  monitor.recordToolCall({ ...call, conversationId: 'ahead', at: noon * 1000 });
  expect(shown()).toEqual([{ labels: [['conversation_id', 'ahead']], value: 1, at: noon }]);
  clock.pass(1);
  monitor.recordToolCall({ ...call, conversationId: 'next', at: noon + 1000 });
  expect(shown()).toEqual([{ labels: [['conversation_id', 'next']], value: 1, at: noon + 1000 }]);
});
