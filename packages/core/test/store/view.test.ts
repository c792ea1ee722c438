import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createMonitor } from '../support/create-monitor.ts';
import { rightEvents } from '../support/event-arbitraries.ts';
import { read } from '../support/read-series.ts';

describe('views', () => {
  it('roll up over the labels they do not show', () => {
    const monitor = createMonitor();
    const turn = { conversationId: 'c1', processType: 'tactical', durationSeconds: 1 } as const;
    monitor.recordTurn({ ...turn, model: 'opus', outcome: 'success', initiator: 'user' });
    monitor.recordTurn({ ...turn, model: 'opus', outcome: 'success', initiator: 'task' });
    monitor.recordTurn({ ...turn, model: 'haiku', outcome: 'success' });
    const zone = { process_type: 'tactical', zone: 'satisfied' };
    expect(read(monitor, 'turnscope_turn_latency_zone_total', zone)).toBe(3);
  });

  it('have one series for each combination of label values', () => {
    fc.assert(
      fc.property(rightEvents, (events) => {
        const monitor = createMonitor();
        for (const event of events) monitor.record(event);
        for (const { series } of monitor.collect().families) {
          const keys = series.map(({ labelValues }) => JSON.stringify(labelValues));
          expect(new Set(keys).size).toBe(keys.length);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('agree: rollups are the sums of the finer series', () => {
    fc.assert(
      fc.property(rightEvents, (events) => {
        const monitor = createMonitor();
        for (const event of events) monitor.record(event);
        const { now, families } = monitor.collect();
        const sumOf = (name: string) =>
          families
            .find((family) => family.name === name)
            ?.series.reduce((sum, series) => sum + series.value(now), 0);
        const turns = events.filter(({ type }) => type === 'turn' || type === 'exchange');
        const responses = events.filter(({ type }) => type === 'response' || type === 'exchange');
        expect(sumOf('turnscope_turns_total')).toBe(turns.length);
        expect(sumOf('turnscope_responses_total')).toBe(responses.length);
      }),
      { numRuns: 50 },
    );
  });
});
