import { describe, expect, it } from '@jest/globals';
import type { AgentEvent, EventType, PerformanceMonitor } from '@turnscope/core';
import { createMonitor } from '../support/create-monitor.ts';
import { type EventShape, shapes, wrongEvents } from '../support/event-shapes.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { readAll } from '../support/read-series.ts';

/** The public method of each type. */
const methods = {
  turn: 'recordTurn',
  response: 'recordResponse',
  exchange: 'recordExchange',
  retry: 'recordRetry',
  'tool-call': 'recordToolCall',
  compaction: 'recordCompaction',
  'process-start': 'recordProcessStart',
  'process-exit': 'recordProcessExit',
  restart: 'recordRestart',
  'conversation-start': 'startConversation',
  'conversation-end': 'endConversation',
} as const;

type Door = readonly [
  name: string,
  shape: EventShape,
  take: (monitor: PerformanceMonitor, event: unknown) => void,
];

/** Every way into a monitor. */
const doors: readonly Door[] = [
  ...Object.entries(methods).map(
    ([type, method]): Door => [
      method,
      shapes[type as EventType],
      (monitor, event) => monitor[method](event as never),
    ],
  ),
  ...Object.entries(shapes).map(
    ([type, shape]): Door => [
      `record a ${type}`,
      shape,
      (monitor, event) => monitor.record({ ...(event as object), type } as AgentEvent),
    ],
  ),
];

const proxy = (target: object, handler: ProxyHandler<object>) => new Proxy(target, handler);
const boom = () => {
  throw new Error('boom');
};

describe.each(doors)('%s', (name, shape, take) => {
  const tagged = name.startsWith('record a');
  const wrong = wrongEvents(shape).filter(([what]) => !tagged || what.includes(' as '));

  it.each(wrong)(
    'refuses %s, counts that by its reason and moves nothing else',
    (_what, event, reason) => {
      const monitor = createMonitor();
      take(monitor, shape.full);
      const before = readAll(monitor);
      expect(() => take(monitor, event)).not.toThrow();
      expect(readAll(monitor)).toEqual({
        ...before,
        [`turnscope_events_rejected_total{reason=${reason}}`]: 1,
      });
    },
  );

  it.each(wrong)(
    'throws a TypeError that tells %s when strict',
    (_what, event, _reason, message) => {
      const monitor = createMonitor({ strict: true });
      expect(() => take(monitor, event)).toThrow(new TypeError(message));
    },
  );

  it('takes right events when strict', () => {
    const monitor = createMonitor({ strict: true });
    take(monitor, shape.minimal);
    take(monitor, shape.full);
    expect(readAll(monitor)['turnscope_record_failures_total{}']).toBe(0);
  });
});

describe.each(Object.entries(methods))('an unreadable %s', (type, method) => {
  const { full } = shapes[type as EventType];
  const fields = Object.keys(full);

  it.each(fields)('is refused when %s throws, and moves nothing', (field) => {
    const monitor = createMonitor();
    const event = Object.defineProperty({ ...full }, field, { get: boom });
    const before = readAll(monitor);
    expect(() => monitor[method](event as never)).not.toThrow();
    expect(readAll(monitor)).toEqual({
      ...before,
      'turnscope_events_rejected_total{reason=unreadable}': 1,
    });
  });

  it.each([
    ['a proxy that throws', proxy({}, { get: boom, has: boom, ownKeys: boom })],
    ['a revoked proxy', revoked()],
  ])('is refused when it is %s', (_name, event) => {
    const monitor = createMonitor();
    const before = readAll(monitor);
    monitor[method](event as never);
    monitor.record(event as never);
    expect(readAll(monitor)).toEqual({
      ...before,
      'turnscope_events_rejected_total{reason=unreadable}': 2,
    });
  });

  it('throws a TypeError with its cause when strict', () => {
    const monitor = createMonitor({ strict: true });
    const event = proxy({}, { get: boom });
    expect(() => monitor[method](event as never)).toThrow(
      new TypeError('the event threw when it was read', { cause: new Error('boom') }),
    );
  });

  it('is taken when it is a proxy that behaves', () => {
    const monitor = createMonitor({ strict: true });
    expect(() => monitor[method](proxy({ ...full }, {}) as never)).not.toThrow();
  });
});

describe('record', () => {
  it.each([
    ['null', null, 'not_an_object', 'event must be an object, got null'],
    ['nothing', undefined, 'not_an_object', 'event must be an object, got nothing'],
    ['a string', 'turn', 'not_an_object', 'event must be an object, got "turn"'],
    ['no type', {}, 'unknown_value', 'got nothing'],
    ['an unknown type', { type: 'turns' }, 'unknown_value', 'got "turns"'],
    ['a name of Object as type', { type: 'constructor' }, 'unknown_value', 'got "constructor"'],
    ['a name of the intake as type', { type: 'tagged' }, 'unknown_value', 'got "tagged"'],
    ['a symbol as type', { type: Symbol('s') }, 'unknown_value', 'got a value of type symbol'],
  ])('refuses %s', (_name, event, reason, message) => {
    const monitor = createMonitor();
    const before = readAll(monitor);
    monitor.record(event as never);
    expect(readAll(monitor)).toEqual({
      ...before,
      [`turnscope_events_rejected_total{reason=${reason}}`]: 1,
    });
    const strict = createMonitor({ strict: true });
    expect(() => strict.record(event as never)).toThrow(message);
  });

  it('counts a failure of its own apart from wrong events', () => {
    const broken = new FakeClock();
    const monitor = createMonitor({ clock: { now: () => broken.now() } });
    const before = readAll(monitor);
    Object.assign(broken, { now: boom });
    expect(() => monitor.recordTurn({ conversationId: 'c1', outcome: 'success' })).not.toThrow();
    Object.assign(broken, { now: () => 0 });
    const after = readAll(monitor);
    expect(after['turnscope_record_failures_total{}']).toBe(1);
    expect(after['turnscope_events_rejected_total{reason=unreadable}']).toBe(
      before['turnscope_events_rejected_total{reason=unreadable}'],
    );
  });
});

function revoked(): object {
  const { proxy: gone, revoke } = Proxy.revocable({}, {});
  revoke();
  return gone;
}
