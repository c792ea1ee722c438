import { describe, expect, it } from '@jest/globals';
import { createMonitor } from './support/create-monitor.ts';
import { FakeClock, noon } from './support/fake-clock.ts';
import { movedBy, read, readHistogram } from './support/read-series.ts';

const start = { conversationId: 'c1', processType: 'tactical' } as const;
const ended = (model: string, outcome: string, initiator = 'user') => ({
  process_type: 'tactical',
  model,
  initiator,
  outcome,
});

function begin(strict = true) {
  const clock = new FakeClock();
  return { clock, monitor: createMonitor({ clock, strict }) };
}

describe('a turn that is started', () => {
  it('is recorded when it ends, with the time in between', () => {
    const { clock, monitor } = begin();
    const turn = monitor.startTurn({ ...start, model: 'opus', initiator: 'task' });
    clock.pass(4.5);
    expect(read(monitor, 'turnscope_turns_total', ended('opus', 'error', 'task'))).toBeUndefined();
    turn.end('error');
    expect(read(monitor, 'turnscope_turns_total', ended('opus', 'error', 'task'))).toBe(1);
    expect(
      readHistogram(monitor, 'turnscope_turn_duration_seconds', {
        process_type: 'tactical',
        model: 'opus',
        outcome: 'error',
      }),
    ).toEqual({ count: 1, sum: 4.5, buckets: { 5: 1 } });
  });

  it('ends once', () => {
    const { clock, monitor } = begin();
    const turn = monitor.startTurn(start);
    turn.end('success');
    clock.pass(5);
    expect(movedBy(monitor, () => turn.end('error'))).toEqual({});
  });

  it('takes no time when the clock was set back', () => {
    const { clock, monitor } = begin();
    const turn = monitor.startTurn(start);
    clock.pass(-3600);
    turn.end('success');
    expect(
      readHistogram(monitor, 'turnscope_turn_duration_seconds', {
        process_type: 'tactical',
        model: 'unknown',
        outcome: 'success',
      }),
    ).toEqual({ count: 1, sum: 0, buckets: { 1: 1 } });
  });

  it('may bring the times of its start and end', () => {
    const { monitor } = begin();
    monitor.startTurn({ ...start, at: noon - 60_000 }).end('success', {
      at: noon - 50_000,
      activeDurationSeconds: 7,
      model: 'haiku',
    });
    const duration = { process_type: 'tactical', model: 'haiku', outcome: 'success' };
    expect(readHistogram(monitor, 'turnscope_turn_duration_seconds', duration)?.sum).toBe(10);
    expect(
      readHistogram(monitor, 'turnscope_turn_active_duration_seconds', {
        process_type: 'tactical',
      }),
    ).toEqual({ count: 1, sum: 7, buckets: { 10: 1 } });
  });

  it('counts its responses and takes the model of the last one', () => {
    const { monitor } = begin();
    const turn = monitor.startTurn(start);
    turn.recordResponse({ outcome: 'error', model: 'opus' });
    turn.recordResponse({ outcome: 'success', model: 'haiku' });
    turn.recordResponse({ outcome: 'success' });
    turn.end('success');
    expect(read(monitor, 'turnscope_turns_total', ended('haiku', 'success'))).toBe(1);
    expect(
      readHistogram(monitor, 'turnscope_turn_responses', { process_type: 'tactical' }),
    ).toEqual({ count: 1, sum: 3, buckets: { 3: 1 } });
    expect(
      read(monitor, 'turnscope_responses_total', {
        process_type: 'tactical',
        model: 'opus',
        outcome: 'error',
      }),
    ).toBe(1);
  });

  it('says nothing of its responses when it was told of none', () => {
    const { monitor } = begin();
    monitor.startTurn(start).end('success');
    expect(
      readHistogram(monitor, 'turnscope_turn_responses', { process_type: 'tactical' })?.count,
    ).toBe(0);
  });

  it('does not change when its start object does', () => {
    const { monitor } = begin();
    const mine = { conversationId: 'c1', processType: 'tactical' };
    const turn = monitor.startTurn(mine);
    mine.processType = 'strategic';
    turn.end('success');
    expect(read(monitor, 'turnscope_turns_total', ended('unknown', 'success'))).toBe(1);
  });

  it.each<[name: string, input: unknown, reason: string]>([
    ['nothing', undefined, 'not_an_object'],
    ['without an id', {}, 'missing'],
    ['with a wrong initiator', { ...start, initiator: 'cron' }, 'unknown_value'],
    ['with a negative time', { ...start, at: -1 }, 'negative'],
  ])('is refused when it is %s, once, and its end does nothing', (_name, input, reason) => {
    const { monitor } = begin(false);
    const moved = movedBy(monitor, () => {
      const turn = monitor.startTurn(input as never);
      turn.recordResponse({ outcome: 'success' });
      turn.end('success');
    });
    expect(moved).toEqual({ [`turnscope_events_rejected_total{reason=${reason}}`]: 1 });
  });

  it('throws at a wrong start when strict', () => {
    const { monitor } = begin();
    expect(() => monitor.startTurn({} as never)).toThrow(
      new TypeError('turn.conversationId is required, got nothing'),
    );
  });

  it('is refused when it ends with a wrong outcome', () => {
    const { monitor } = begin(false);
    const turn = monitor.startTurn(start);
    expect(movedBy(monitor, () => turn.end('done' as never))).toEqual({
      'turnscope_events_rejected_total{reason=unknown_value}': 1,
    });
  });
});
