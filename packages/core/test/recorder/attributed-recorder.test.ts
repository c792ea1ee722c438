import { describe, expect, it } from '@jest/globals';
import type { EventLabels, PerformanceMonitor } from '@turnscope/core';
import fc from 'fast-check';
import {
  attributedEvents,
  totalsOf,
  userLabels,
  withoutLabels,
} from '../support/attributed-events.ts';
import { createMonitor } from '../support/create-monitor.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { read, readAll } from '../support/read-series.ts';

const labels = { project: ['shop', 'billing'], team: ['web'] };
const exchange = {
  conversationId: 'c1',
  processType: 'tactical',
  model: 'opus',
  outcome: 'success',
} as const;
const series = { process_type: 'tactical', model: 'opus', outcome: 'success' };

const responses = (monitor: PerformanceMonitor, project: string, team: string) =>
  read(monitor, 'turnscope_responses_total', { ...series, project, team });

describe('events', () => {
  it.each<[name: string, given: EventLabels | undefined, project: string, team: string]>([
    ['with both labels', { project: 'shop', team: 'web' }, 'shop', 'web'],
    ['with one label', { project: 'billing' }, 'billing', 'other'],
    ['with a value that is not listed', { project: 'games', team: 'web' }, 'other', 'web'],
    ['without labels', undefined, 'other', 'other'],
    ['with no label in labels', {}, 'other', 'other'],
  ])('%s stand in the series with its values', (_name, given, project, team) => {
    const monitor = createMonitor({ labels, strict: true });
    monitor.recordExchange({ ...exchange, labels: given });
    monitor.recordExchange({ ...exchange, labels: given });
    expect(responses(monitor, project, team)).toBe(2);
    const shown = Object.keys(readAll(monitor)).filter((key) =>
      key.startsWith('turnscope_responses_total{process_type=tactical,model=opus'),
    );
    expect(shown.map((key) => key.split('outcome=')[1])).toEqual([
      `success,project=${project},team=${team}}`,
      `error,project=${project},team=${team}}`,
      `interrupted,project=${project},team=${team}}`,
    ]);
  });

  it('are refused with an unknown label, and move nothing', () => {
    const monitor = createMonitor({ labels });
    monitor.recordExchange({ ...exchange, labels: { projekt: 'shop' } });
    expect(totalsOf(monitor)['turnscope_events_rejected_total{reason=unknown_value}']).toBe(1);
    expect(Object.keys(totalsOf(monitor)).filter((key) => key.includes('tactical,model'))).toEqual(
      [],
    );
    expect(() =>
      createMonitor({ strict: true }).recordTurn({ ...exchange, labels: { project: 'shop' } }),
    ).toThrow('turn.labels must name no label, for the monitor has none, got "project"');
  });

  it('are refused as unreadable when a label throws', () => {
    const monitor = createMonitor({ labels });
    const throwing = Object.defineProperty({}, 'project', {
      enumerable: true,
      get: () => {
        throw new Error('boom');
      },
    });
    monitor.recordExchange({ ...exchange, labels: throwing });
    expect(read(monitor, 'turnscope_events_rejected_total', { reason: 'unreadable' })).toBe(1);
    expect(read(monitor, 'turnscope_record_failures_total')).toBe(0);
  });

  it('are attributed by what their labels say when they are recorded', () => {
    const monitor = createMonitor({ labels });
    const mine = { project: 'shop' };
    monitor.recordExchange({ ...exchange, labels: mine });
    mine.project = 'billing';
    monitor.recordExchange({ ...exchange, labels: mine });
    expect([responses(monitor, 'shop', 'other'), responses(monitor, 'billing', 'other')]).toEqual([
      1, 1,
    ]);
  });

  it('sum up over the labels to what a monitor without labels counts', () => {
    fc.assert(
      fc.property(attributedEvents, (events) => {
        const attributed = createMonitor({ labels: userLabels, strict: true });
        const plain = createMonitor({ strict: true });
        for (const event of events) {
          attributed.record(event);
          plain.record(withoutLabels(event));
        }
        expect(totalsOf(attributed)).toEqual(totalsOf(plain));
      }),
      { numRuns: 200 },
    );
  });
});

describe('metrics', () => {
  it('of events have the labels of the user behind their own; the others do not', () => {
    const { families } = createMonitor({ labels }).collect();
    const shown = families.filter((family) => family.labels.includes('project'));
    expect(shown.map(({ name }) => name.replace('turnscope_', ''))).toEqual([
      ...['turns_total', 'turn_duration_seconds', 'turn_active_duration_seconds'],
      ...['turn_latency_zone_total', 'turn_responses', 'responses_total'],
      ...['response_duration_seconds', 'response_latency_zone_total'],
      ...['response_time_to_first_token_seconds', 'response_retries_total'],
      ...['responses_untrusted_output_total', 'tokens_total', 'context_size_tokens'],
      ...['cost_usd_total', 'tool_calls_total', 'tool_call_duration_seconds'],
      ...['conversations_started_total', 'conversations_active', 'conversation_turns'],
      ...['compactions_total', 'compaction_ratio', 'compaction_duration_seconds'],
      ...['compaction_tokens_total', 'compactions_preserved_total', 'compaction_refills_total'],
      ...['process_starts_total', 'process_startup_duration_seconds', 'process_exits_total'],
      'restarts_total',
    ]);
    for (const family of shown) expect(family.labels.slice(-2)).toEqual(['project', 'team']);
  });

  it('show nothing of an attribution before it is seen, then what can be known of it at 0', () => {
    const clock = new FakeClock();
    const monitor = createMonitor({ labels, clock, zeroHoldSeconds: 30 });
    const compactions = (project: string) =>
      read(monitor, 'turnscope_compactions_total', {
        ...{ process_type: 'strategic', trigger: 'auto', outcome: 'error' },
        ...{ project, team: 'other' },
      });
    expect([compactions('shop'), compactions('other')]).toEqual([undefined, undefined]);
    monitor.recordExchange({ ...exchange, labels: { project: 'shop' } });
    expect([compactions('shop'), compactions('other')]).toEqual([0, undefined]);
    expect(responses(monitor, 'shop', 'other')).toBe(0);
    clock.pass(30);
    expect(responses(monitor, 'shop', 'other')).toBe(1);
  });

  it('that an attribution was to stand at 0 with are held at 0 with it', () => {
    const clock = new FakeClock();
    const monitor = createMonitor({ labels, clock, zeroHoldSeconds: 30 });
    monitor.collect();
    monitor.startConversation({ ...exchange, labels: { project: 'shop' } });
    const started = () =>
      read(monitor, 'turnscope_conversations_started_total', {
        ...{ process_type: 'tactical', project: 'shop', team: 'other' },
      });
    expect(started()).toBe(0);
    clock.pass(30);
    expect(started()).toBe(1);
  });
});

describe('conversations', () => {
  it('are counted in the attribution in which they began', () => {
    const monitor = createMonitor({ labels });
    const turn = { conversationId: 'c1', processType: 'tactical', outcome: 'success' } as const;
    monitor.recordTurn({ ...turn, labels: { project: 'shop' } });
    monitor.recordTurn({ ...turn, labels: { project: 'billing' } });
    const value = (metric: string, project: string) =>
      read(monitor, metric, { process_type: 'tactical', project, team: 'other' });
    const both = (metric: string) => [value(metric, 'shop'), value(metric, 'billing')];
    expect(both('turnscope_conversations_started_total')).toEqual([1, 0]);
    expect(both('turnscope_conversations_active')).toEqual([1, 0]);
    monitor.endConversation({ conversationId: 'c1', labels: { project: 'billing' } });
    expect(both('turnscope_conversations_active')).toEqual([0, 0]);
  });
});

describe('a turn', () => {
  it('hands its labels to its responses, as they were when it started', () => {
    const monitor = createMonitor({ labels, strict: true });
    const mine = { project: 'shop' };
    const turn = monitor.startTurn({ ...exchange, labels: mine });
    mine.project = 'billing';
    turn.recordResponse({ model: 'opus', outcome: 'success' });
    turn.end('success');
    expect(responses(monitor, 'shop', 'other')).toBe(1);
    expect(
      read(monitor, 'turnscope_turns_total', {
        ...{ ...series, initiator: 'user', project: 'shop', team: 'other' },
      }),
    ).toBe(1);
  });

  it('with an unknown label is refused at its start', () => {
    const monitor = createMonitor({ labels });
    monitor.startTurn({ ...exchange, labels: { projekt: 'shop' } }).end('success');
    expect(read(monitor, 'turnscope_events_rejected_total', { reason: 'unknown_value' })).toBe(1);
  });
});

describe('rows', () => {
  const retry = { conversationId: 'c1', reason: 'overloaded' } as const;
  const event = 'response';

  it('of all attributions share the limit of their kind, and the count of what went beyond it', () => {
    const monitor = createMonitor({ labels, rowLimit: 6 });
    for (const project of ['shop', 'billing', 'shop', 'billing', 'games']) {
      monitor.recordResponse({ ...exchange, labels: { project } });
    }
    const value = (model: string, project: string) =>
      read(monitor, 'turnscope_responses_total', { ...series, model, project, team: 'other' });
    expect([value('opus', 'shop'), value('opus', 'billing'), value('opus', 'other')]).toEqual([
      2,
      2,
      undefined,
    ]);
    expect(value('other', 'other')).toBe(1);
    expect(read(monitor, 'turnscope_rows_overflowed_total', { event })).toBe(1);
    expect(read(monitor, 'turnscope_rows_limit', { event })).toBe(6);
    // Three outcomes for each of three attributions: the one of `other` goes beyond the limit.
    expect(read(monitor, 'turnscope_rows', { event })).toBe(9);
  });

  it('are one number for each kind', () => {
    const monitor = createMonitor({ labels });
    monitor.recordRetry({ ...retry, labels: { project: 'shop' } });
    monitor.recordRetry({ ...retry, labels: { project: 'billing' } });
    expect(read(monitor, 'turnscope_rows', { event: 'retry' })).toBe(10);
  });

  it('lose no event at the limit, whatever the labels', () => {
    fc.assert(
      fc.property(attributedEvents, (events) => {
        const monitor = createMonitor({ labels: userLabels, rowLimit: 1, strict: true });
        for (const each of events) monitor.record(each);
        const counted = Object.entries(totalsOf(monitor))
          .filter(([key]) => key.startsWith('turnscope_responses_total'))
          .reduce((sum, [, value]) => sum + value, 0);
        const recorded = events.filter(({ type }) => type === 'response' || type === 'exchange');
        expect(counted).toBe(recorded.length);
      }),
      { numRuns: 50 },
    );
  });
});
