import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  type EventInput,
  type MonitorOptions,
  PerformanceMonitor,
  type SourceName,
  systemClock,
  type TurnStart,
  version,
} from '@turnscope/core';
import { expectTypeOf } from 'expect-type';
import { createMonitor } from './support/create-monitor.ts';
import { shapes } from './support/event-shapes.ts';
import { FakeClock, noon } from './support/fake-clock.ts';
import { read, readAll } from './support/read-series.ts';

const exchange = { conversationId: 'c1', processType: 'tactical', outcome: 'success' } as const;

describe('a monitor', () => {
  it('is of the version of its package', () => {
    const file = join(import.meta.dirname, '..', 'package.json');
    expect(version).toBe(JSON.parse(readFileSync(file, 'utf8')).version);
    expect(read(createMonitor(), 'turnscope_build_info', { version, formulas: '1' })).toBe(1);
  });

  it('needs nothing: chat thresholds, the machine’s clock, the caller’s code as source', () => {
    const monitor = new PerformanceMonitor();
    expect(monitor.thresholds.profile).toBe('chat');
    monitor.recordExchange(exchange);
    const names = monitor.collect().families.map(({ name }) => name);
    expect(names).toContain('turnscope_turns_total');
    expect(systemClock.now()).toBeGreaterThan(1.7e12);
  });

  it('shares nothing with another one', () => {
    const one = createMonitor();
    const another = createMonitor();
    const before = readAll(another);
    one.recordExchange(exchange);
    expect(readAll(another)).toEqual(before);
  });

  it('shows the same when it is collected twice, at the time of its clock', () => {
    const clock = new FakeClock();
    const monitor = createMonitor({ clock });
    monitor.recordExchange(exchange);
    expect(monitor.collect().now).toBe(noon);
    expect(readAll(monitor)).toEqual(readAll(monitor));
  });

  it('keeps the objects of its series', () => {
    const monitor = createMonitor();
    monitor.recordExchange(exchange);
    const first = monitor.collect().families.flatMap(({ series }) => [...series]);
    monitor.recordExchange(exchange);
    monitor.recordExchange({ ...exchange, model: 'opus' });
    const second = new Set(monitor.collect().families.flatMap(({ series }) => [...series]));
    expect(second.size).toBeGreaterThan(first.length);
    expect(first.every((series) => second.has(series))).toBe(true);
  });

  it('fills a histogram anew, whatever stood in the place to write to', () => {
    const monitor = createMonitor();
    monitor.recordExchange({ ...exchange, durationSeconds: 1 });
    const { now, families } = monitor.collect();
    const family = families.find(({ name }) => name === 'turnscope_turn_duration_seconds');
    const into = new Float64Array(18).fill(Number.NaN);
    family?.series[0]?.read(now, into);
    expect([...into]).toEqual([1, ...Array.from({ length: 16 }, () => 0), 1]);
  });

  it('takes events as their types say', () => {
    expectTypeOf<PerformanceMonitor['recordTurn']>()
      .parameter(0)
      .toEqualTypeOf<EventInput<'turn'>>();
    expectTypeOf<EventInput<'turn'>>().not.toHaveProperty('type');
    expectTypeOf<EventInput<'turn'>['initiator']>().toEqualTypeOf<'user' | 'task' | undefined>();
    expectTypeOf<EventInput<'exchange'>>().not.toHaveProperty('initiator');
    expectTypeOf<EventInput<'tool-call'>['tool']>().toEqualTypeOf<string>();
    expectTypeOf<TurnStart>().not.toHaveProperty('outcome');
    expectTypeOf<Parameters<PerformanceMonitor['enableSource']>[0]>().toEqualTypeOf<SourceName>();
  });
});

describe('a monitor that is off', () => {
  it('takes everything, does nothing and shows nothing', () => {
    const clock = { now: () => noon };
    const monitor = new PerformanceMonitor({ enabled: false, strict: true, clock });
    const written = monitor.writeState();
    monitor.recordTurn({ conversationId: '' } as never);
    monitor.recordExchange(null as never);
    for (const [type, { full }] of Object.entries(shapes))
      monitor.record({ ...full, type } as never);
    const turn = monitor.startTurn(exchange);
    turn.recordResponse({ outcome: 'success' });
    turn.end('success');
    monitor.startTurn(null as never).end('never' as never);
    const sink = monitor.enableSource('transcripts');
    sink.record({ ...exchange, type: 'turn', at: noon });
    sink.record(null as never);
    sink.parseError('too_long');
    sink.processesIn('tactical', 'ready', 1);
    monitor.recordScrape({ format: 'text', code: 200, durationSeconds: 1 });
    expect(monitor.collect()).toEqual({ now: noon, families: [] });
    expect(monitor.writeState()).toEqual(written);
  });

  it('knows how it evaluates', () => {
    const evaluation = { intervalSeconds: 5, limitBytes: 100_000 };
    expect(new PerformanceMonitor({ evaluation }).evaluation).toEqual({
      intervalSeconds: 5,
      historySeconds: 86_400,
    });
  });

  it('knows its thresholds', () => {
    const monitor = new PerformanceMonitor({
      enabled: false,
      thresholds: { profile: 'coding-agent' },
    });
    expect(monitor.thresholds.for('tactical').turn_duration.critical).toBe(1200);
  });
});

describe('options', () => {
  it.each<[name: string, options: object, message: string]>([
    [
      'no room for rows',
      { rowLimit: 0 },
      'rowLimit must be a whole number from 1 to 9007199254740991, got 0',
    ],
    [
      'half a row',
      { rowLimit: 1.5 },
      'rowLimit must be a whole number from 1 to 9007199254740991, got 1.5',
    ],
    [
      'no conversations',
      { conversationLimit: 0 },
      'conversationLimit must be a whole number from 1 to 9007199254740991, got 0',
    ],
    [
      'too many models',
      { labelLimits: { model: 1001 } },
      'labelLimits.model must be a whole number from 1 to 1000, got 1001',
    ],
    [
      'NaN tools',
      { labelLimits: { tool: Number.NaN } },
      'labelLimits.tool must be a whole number from 1 to 1000, got NaN',
    ],
    [
      'a string of process types',
      { labelLimits: { process_type: '5' } },
      'labelLimits.process_type must be a whole number from 1 to 1000, got 5',
    ],
    [
      'a hold below 0',
      { zeroHoldSeconds: -1 },
      'zeroHoldSeconds must be a finite number of at least 0, got -1',
    ],
    [
      'an endless hold',
      { zeroHoldSeconds: Infinity },
      'zeroHoldSeconds must be a finite number of at least 0, got Infinity',
    ],
    [
      'an unknown profile',
      { thresholds: { profile: 'coding' } },
      'thresholds.profile must be one of chat, coding-agent, got coding',
    ],
    [
      'a wrong override',
      { thresholds: { overrides: { mine: { turn_duration: { warning: 2, critical: 1 } } } } },
      'thresholds.overrides.mine.turn_duration.warning 2 lies beyond thresholds.overrides.mine.turn_duration.critical 1',
    ],
  ])('refuse %s', (_name, options, message) => {
    expect(() => new PerformanceMonitor(options as MonitorOptions)).toThrow(
      new RangeError(message),
    );
  });

  it('may be undefined', () => {
    const monitor = new PerformanceMonitor({ rowLimit: undefined, labelLimits: undefined });
    expect(read(monitor, 'turnscope_rows_limit', { event: 'turn' })).toBe(2000);
    expect(read(monitor, 'turnscope_conversations_tracked_limit')).toBe(10_000);
  });
});

describe('a source', () => {
  const source = 'transcripts';

  it('is counted with its events, its latest time and what it could not understand', () => {
    const monitor = createMonitor();
    const sink = monitor.enableSource(source);
    sink.record({ ...exchange, type: 'exchange', at: noon });
    sink.record({ ...exchange, type: 'exchange', at: noon - 5000 });
    sink.record({ ...exchange, type: 'exchange' });
    sink.parseError('too_long');
    sink.parseError('too_long');
    sink.parseError('not_json');
    expect(read(monitor, 'turnscope_source_events_total', { source })).toBe(3);
    expect(read(monitor, 'turnscope_source_last_event_timestamp_seconds', { source })).toBe(
      noon / 1000,
    );
    expect(
      read(monitor, 'turnscope_source_parse_errors_total', { source, reason: 'too_long' }),
    ).toBe(2);
    expect(
      read(monitor, 'turnscope_source_parse_errors_total', { source, reason: 'not_json' }),
    ).toBe(1);
    expect(
      read(monitor, 'turnscope_responses_total', {
        process_type: 'tactical',
        model: 'unknown',
        outcome: 'success',
      }),
    ).toBe(3);
  });

  it('may be enabled twice', () => {
    const monitor = createMonitor();
    monitor.enableSource(source).record({ ...exchange, type: 'exchange' });
    monitor.enableSource(source).record({ ...exchange, type: 'exchange' });
    expect(read(monitor, 'turnscope_source_events_total', { source })).toBe(2);
  });

  it('shows how many processes are in each state, as the supervisor said last', () => {
    const monitor = createMonitor();
    const sink = monitor.enableSource('processes');
    sink.processesIn('tactical', 'starting', 4);
    sink.processesIn('tactical', 'starting', 1);
    sink.processesIn('tactical', 'ready', 3);
    const processesIn = (state: string) =>
      read(monitor, 'turnscope_processes', { process_type: 'tactical', state });
    const counts = ['starting', 'ready', 'busy', 'unhealthy'].map(processesIn);
    expect(counts).toEqual([1, 3, 0, 0]);
  });

  it('shows parse errors that come after the first scrape at 0 first', () => {
    const clock = new FakeClock();
    const monitor = new PerformanceMonitor({ clock });
    const sink = monitor.enableSource(source);
    const errors = () =>
      read(monitor, 'turnscope_source_parse_errors_total', { source, reason: 'not_json' });
    expect(errors()).toBeUndefined();
    sink.parseError('not_json');
    expect(errors()).toBe(0);
    clock.pass(30);
    expect(errors()).toBe(1);
  });
});

describe('a scrape', () => {
  it('is counted by format and code, with its time', () => {
    const monitor = createMonitor();
    monitor.recordScrape({ format: 'text', code: 200, durationSeconds: 0.5 });
    monitor.recordScrape({ format: 'text', code: 503, durationSeconds: 0.25 });
    const requests = (code: string) =>
      read(monitor, 'turnscope_scrape_requests_total', { format: 'text', code });
    expect([requests('200'), requests('503'), requests('404')]).toEqual([1, 1, undefined]);
    expect(read(monitor, 'turnscope_scrape_duration_seconds_total', { format: 'text' })).toBe(0.75);
  });
});
