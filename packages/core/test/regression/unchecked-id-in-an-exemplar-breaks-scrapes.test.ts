import { expect, it } from '@jest/globals';
import { createMonitor } from '../support/create-monitor.ts';
import { seriesOf } from '../support/read-series.ts';

const labels = { process_type: 'tactical' };

// A start of a process has no ids, so nobody checked them; but exemplars took them from any event, and each
// scrape threw when it asked for their length.
it.each([
  ['a number', 42],
  ['an object', { id: 'c1' }],
  ['a symbol', Symbol('c1')],
  ['null', null],
  ['a text too long for any id', 'c'.repeat(1_000_000)],
])('%s that a start of a process calls an id stands in no exemplar', (_name, id) => {
  const monitor = createMonitor({ exemplars: true });
  const start = { kind: 'fresh', processType: 'tactical', startupSeconds: 1 } as const;
  monitor.recordProcessStart({ ...start, conversationId: id, traceId: id } as typeof start);
  const series = seriesOf(monitor, 'turnscope_process_startup_duration_seconds', labels);
  const buckets = Array.from({ length: 30 }, (_, bucket) => series?.exemplar?.(bucket));
  expect(buckets.filter((exemplar) => exemplar !== undefined)).toEqual([]);
});

it('an id that is something else at a later look stands in no exemplar', () => {
  const monitor = createMonitor({ exemplars: true });
  let looks = 0;
  monitor.recordTurn({
    get conversationId() {
      looks += 1;
      return (looks === 1 ? 'c1' : looks) as string;
    },
    processType: 'tactical',
    outcome: 'success',
    activeDurationSeconds: 1,
  });
  const series = seriesOf(monitor, 'turnscope_turn_active_duration_seconds', labels);
  expect(looks).toBeGreaterThan(1);
  expect(series?.exemplar?.(0)).toBeUndefined();
});
