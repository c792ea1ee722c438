import { describe, expect, it } from '@jest/globals';
import { createMonitor } from '../support/create-monitor.ts';
import { movedBy } from '../support/read-series.ts';

const start = { conversationId: 'c1' };
const throwing = Object.defineProperty({}, 'at', {
  enumerable: true,
  get: () => {
    throw new Error('boom');
  },
});
const unreadable = { 'turnscope_events_rejected_total{reason=unreadable}': 1 };

// What a turn was given was read outside the door that catches.
describe('a turn that is given something unreadable', () => {
  it('refuses it as its start', () => {
    const monitor = createMonitor();
    const started = { ...start };
    Object.defineProperty(started, 'at', Object.getOwnPropertyDescriptor(throwing, 'at') ?? {});
    expect(movedBy(monitor, () => monitor.startTurn(started).end('success'))).toEqual(unreadable);
  });

  it('refuses it as a response', () => {
    const monitor = createMonitor();
    const turn = monitor.startTurn(start);
    expect(movedBy(monitor, () => turn.recordResponse(throwing as never))).toEqual(unreadable);
  });

  it('refuses it as the details of its end', () => {
    const monitor = createMonitor();
    const turn = monitor.startTurn(start);
    expect(movedBy(monitor, () => turn.end('success', throwing))).toEqual(unreadable);
  });

  it.each([
    ['a BigInt', 5n],
    ['a symbol', Symbol('s')],
    ['a string', '5'],
  ])('refuses %s as the time of its end', (_name, at) => {
    const monitor = createMonitor();
    const turn = monitor.startTurn(start);
    expect(movedBy(monitor, () => turn.end('success', { at } as never))).toEqual({
      'turnscope_events_rejected_total{reason=wrong_type}': 1,
    });
  });

  it('ends without details when they are null', () => {
    const monitor = createMonitor();
    const moved = movedBy(monitor, () => monitor.startTurn(start).end('success', null as never));
    expect(Object.keys(moved)).toContain(
      'turnscope_turns_total{process_type=unknown,model=unknown,initiator=user,outcome=success}',
    );
  });
});
