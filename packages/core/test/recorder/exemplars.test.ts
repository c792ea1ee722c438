import { describe, expect, it } from '@jest/globals';
import { type MonitorOptions, PerformanceMonitor } from '@turnscope/core';
import { createMonitor } from '../support/create-monitor.ts';
import { noon } from '../support/fake-clock.ts';
import { seriesOf } from '../support/read-series.ts';

const exchange = {
  conversationId: 'c1',
  processType: 'tactical',
  model: 'opus',
  outcome: 'success',
} as const;
const labels = { process_type: 'tactical', model: 'opus', outcome: 'success' };

/** What stands beside each bucket of the durations of responses. */
function shown(monitor: PerformanceMonitor, metric = 'turnscope_response_duration_seconds') {
  const series = seriesOf(monitor, metric, labels);
  const buckets = Array.from({ length: 19 }, (_, bucket) => series?.exemplar?.(bucket));
  return new Map([...buckets.entries()].filter(([, exemplar]) => exemplar !== undefined));
}

const createWith = (options: MonitorOptions = {}) => createMonitor({ exemplars: true, ...options });

describe('an exemplar', () => {
  it('stands in the bucket that its value was counted in', () => {
    const monitor = createWith();
    monitor.recordExchange({ ...exchange, durationSeconds: 0.5, at: noon - 2 });
    monitor.recordExchange({ ...exchange, conversationId: 'c2', durationSeconds: 700, at: noon });
    expect(shown(monitor)).toEqual(
      new Map([
        [0, { labels: [['conversation_id', 'c1']], value: 0.5, at: noon - 2 }],
        [18, { labels: [['conversation_id', 'c2']], value: 700, at: noon }],
      ]),
    );
  });

  it('carries the trace of the event', () => {
    const monitor = createWith();
    monitor.recordExchange({ ...exchange, durationSeconds: 0.5, traceId: 'abc' });
    expect(shown(monitor).get(0)?.labels).toContainEqual(['trace_id', 'abc']);
  });

  it('of a turn that was measured carries the trace it started with', () => {
    const monitor = createWith();
    const turn = monitor.startTurn({ ...exchange, traceId: 'abc' });
    turn.recordResponse({ model: 'opus', outcome: 'success', durationSeconds: 0.5 });
    turn.end('success');
    const traced = [
      ['conversation_id', 'c1'],
      ['trace_id', 'abc'],
    ];
    expect(shown(monitor).get(0)?.labels).toEqual(traced);
    expect(shown(monitor, 'turnscope_turn_duration_seconds').get(0)?.labels).toEqual(traced);
  });

  it('of a series over several rows is the latest of them', () => {
    const monitor = createWith();
    const call = { conversationId: 'c1', processType: 'tactical', outcome: 'success' } as const;
    const turn = { ...call, activeDurationSeconds: 1 };
    monitor.recordTurn({ ...turn, model: 'opus', at: noon });
    monitor.recordTurn({ ...turn, model: 'haiku', conversationId: 'c2', at: noon - 5 });
    const series = seriesOf(monitor, 'turnscope_turn_active_duration_seconds', {
      process_type: 'tactical',
    });
    expect(series?.exemplar?.(0)).toMatchObject({ labels: [['conversation_id', 'c1']], at: noon });
  });

  it('happens now when the event brings no time', () => {
    const monitor = createWith();
    monitor.recordExchange({ ...exchange, durationSeconds: 0.5 });
    expect(shown(monitor).get(0)?.at).toBe(noon);
  });

  it('of a conversation that is over is the conversation', () => {
    const monitor = createWith();
    monitor.recordExchange(exchange);
    monitor.endConversation({ conversationId: 'c1' });
    const series = seriesOf(monitor, 'turnscope_conversation_turns', { process_type: 'tactical' });
    expect(series?.exemplar?.(0)).toMatchObject({ labels: [['conversation_id', 'c1']], value: 1 });
  });

  it('is not there unless somebody asked for it', () => {
    const monitor = createMonitor();
    monitor.recordExchange({ ...exchange, durationSeconds: 0.5 });
    expect(seriesOf(monitor, 'turnscope_response_duration_seconds', labels)?.exemplar).toBe(
      undefined,
    );
  });
});

describe('a listener of breaches in the middle of an event', () => {
  it.each(['the same monitor', 'another monitor'])(
    'that records in %s leaves exemplars as they are',
    (where) => {
      const monitor = createWith({ processTypes: [] });
      const other = where === 'the same monitor' ? monitor : new PerformanceMonitor();
      let again = true;
      monitor.on('breach', () => {
        if (!again) return;
        again = false;
        const nested = { ...exchange, conversationId: 'nested', at: noon - 1 };
        other.recordCompaction({ ...nested, tokensBefore: 10, tokensAfter: 1, durationSeconds: 9 });
      });
      monitor.recordCompaction({
        ...exchange,
        tokensBefore: 10,
        tokensAfter: 9,
        durationSeconds: 3,
        at: noon,
      });
      const compactions = { process_type: 'tactical', trigger: 'auto' };
      const ratio = seriesOf(monitor, 'turnscope_compaction_ratio', compactions);
      const duration = seriesOf(monitor, 'turnscope_compaction_duration_seconds', compactions);
      const own = [['conversation_id', 'c1']];
      expect(ratio?.exemplar?.(17)).toEqual({ labels: own, value: 0.9, at: noon });
      expect(duration?.exemplar?.(2)).toEqual({ labels: own, value: 3, at: noon });
      const nested = where === 'the same monitor' ? { value: 9, at: noon - 1 } : undefined;
      expect(duration?.exemplar?.(3)).toEqual(nested && expect.objectContaining(nested));
    },
  );
});

it('a trace id that is no text is refused', () => {
  const monitor = createWith({ strict: true });
  const wrong = { ...exchange, traceId: 7 } as unknown as typeof exchange;
  expect(() => monitor.recordExchange(wrong)).toThrow('response.traceId must be a string');
});
