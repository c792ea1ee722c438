import { expect, it } from '@jest/globals';
import { createMonitor } from '../support/create-monitor.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { readHistogram, seriesOf } from '../support/read-series.ts';

const ofProcessType = { process_type: 'tactical' };
const histograms = [
  ['turnscope_turn_responses', ofProcessType],
  ['turnscope_turn_duration_seconds', { ...ofProcessType, model: 'unknown', outcome: 'success' }],
  ['turnscope_turn_active_duration_seconds', ofProcessType],
] as const;

// The exemplar of the first histogram asked the event for its time. When that threw, the other histograms
// were never told, so their native buckets counted less than the classic ones.
it.each(Array.from({ length: 12 }, (_, at) => at + 1))(
  'an event that throws when its time is asked for the %dth time counts alike in all buckets',
  (look) => {
    const monitor = createMonitor({ exemplars: true, nativeHistograms: true });
    let looks = 0;
    monitor.recordTurn({
      conversationId: 'c1',
      processType: 'tactical',
      outcome: 'success',
      durationSeconds: 1,
      activeDurationSeconds: 1,
      responses: 1,
      get at() {
        looks += 1;
        if (looks >= look) throw new Error('boom');
        return new FakeClock().now();
      },
    });
    for (const [name, labels] of histograms) {
      const native = seriesOf(monitor, name, labels)?.native?.(0);
      const counts = Array.from(native?.counts ?? []);
      const counted = counts.reduce((sum, count) => sum + count, 0);
      expect([name, counted]).toEqual([name, readHistogram(monitor, name, labels)?.count ?? 0]);
    }
  },
);
