import { describe, expect, it } from '@jest/globals';
import { createMonitor } from '../support/create-monitor.ts';
import { read } from '../support/read-series.ts';

const source = 'transcripts';

// The time of an event was taken, and computed with, before the event was found wrong.
describe('the time of the last event of a source', () => {
  it.each([
    ['Infinity', Infinity],
    ['NaN', Number.NaN],
    ['a negative number', -1],
    ['a number in a string', '1785000000000'],
    ['a BigInt', 5n],
    ['a symbol', Symbol('s')],
  ])('is not moved by %s, and nothing is thrown into the source', (_name, at) => {
    const monitor = createMonitor();
    const sink = monitor.enableSource(source);
    sink.record({ type: 'retry', conversationId: 'c1', reason: 'unknown', at: at as number });
    expect(read(monitor, 'turnscope_source_last_event_timestamp_seconds', { source })).toBe(0);
    expect(read(monitor, 'turnscope_source_events_total', { source })).toBe(1);
  });

  it('is not asked of an event that throws', () => {
    const monitor = createMonitor();
    const event = new Proxy(
      {},
      {
        get: () => {
          throw new Error('boom');
        },
      },
    );
    expect(() => monitor.enableSource(source).record(event as never)).not.toThrow();
  });
});
