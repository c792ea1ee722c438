import { describe, expect, it } from '@jest/globals';
import type { MonitorOptions, MonitorState, PerformanceMonitor } from '@turnscope/core';
import fc from 'fast-check';
import { attributedEvents, totalsOf, userLabels } from '../support/attributed-events.ts';
import { createMonitor } from '../support/create-monitor.ts';
import { read, readAll } from '../support/read-series.ts';

type Numbers = Readonly<Record<string, number>>;

const exchange = { conversationId: 'c1', processType: 'tactical', outcome: 'success' } as const;

/** Everything but zeros, but the rows in memory, of which those of zeros are not written, and but the evaluations of each. */
function numbersOf(monitor: PerformanceMonitor): Numbers {
  const numbers = Object.entries(readAll(monitor));
  return Object.fromEntries(
    numbers.filter(
      ([key, value]) => value !== 0 && !/_(rows|label_values)\{|_evaluations_/.test(key),
    ),
  );
}

function through(state: MonitorState): MonitorState {
  return JSON.parse(JSON.stringify(state));
}

function written(): MonitorState {
  const monitor = createMonitor({ labels: userLabels });
  monitor.recordExchange({ ...exchange, labels: { project: 'shop', team: 'web' } });
  monitor.recordExchange({ ...exchange, conversationId: 'c2', labels: { project: 'billing' } });
  return through(monitor.writeState());
}

describe('state with attributions', () => {
  it('written out and read back shows the same', () => {
    fc.assert(
      fc.property(attributedEvents, (events) => {
        const monitor = createMonitor({ labels: userLabels });
        for (const event of events) monitor.record(event);
        const restored = createMonitor({ labels: userLabels });
        restored.readState(through(monitor.writeState()));
        expect(numbersOf(restored)).toEqual(numbersOf(monitor));
      }),
      { numRuns: 100 },
    );
  });

  it('goes on where it was', () => {
    fc.assert(
      fc.property(attributedEvents, attributedEvents, (before, after) => {
        const options = { labels: userLabels };
        const [first, second, one] = [
          createMonitor(options),
          createMonitor(options),
          createMonitor(options),
        ];
        for (const event of before) first.record(event);
        second.readState(through(first.writeState()));
        for (const event of after) second.record(event);
        for (const event of [...before, ...after]) one.record(event);
        expect(numbersOf(second)).toEqual(numbersOf(one));
      }),
      { numRuns: 50 },
    );
  });

  it('keeps its totals whatever the labels of the reader are', () => {
    const readers = fc.constantFrom<MonitorOptions>(
      {},
      { labels: userLabels },
      { labels: { team: ['web'] } },
      { labels: { team: ['ops'], project: ['shop'] } },
      { labels: { floor: ['first'] } },
    );
    fc.assert(
      fc.property(attributedEvents, readers, (events, options) => {
        const monitor = createMonitor({ labels: userLabels });
        for (const event of events) monitor.record(event);
        const reader = createMonitor(options);
        reader.readState(through(monitor.writeState()));
        const totals = Object.entries(totalsOf(reader)).map(
          ([key, value]) => [key.replace(/,?floor=[^,}]*/, ''), value] as const,
        );
        expect(Object.fromEntries(totals)).toEqual(totalsOf(monitor));
      }),
      { numRuns: 100 },
    );
  });

  it.each<[name: string, options: MonitorOptions, labels: object, value: number]>([
    ['the same labels', { labels: userLabels }, { project: 'shop', team: 'web' }, 1],
    [
      'labels in another order',
      { labels: { team: ['web'], project: ['shop'] } },
      { project: 'shop', team: 'web' },
      1,
    ],
    [
      'one label less, over which it sums',
      { labels: { project: ['shop', 'billing'] } },
      { project: 'billing' },
      1,
    ],
    [
      'a value less, which is other then',
      { labels: { project: ['shop'] } },
      { project: 'other' },
      1,
    ],
    [
      'a label that is new, which is other then',
      { labels: { floor: ['first'] } },
      { floor: 'other' },
      2,
    ],
    ['no labels, and sums over all', {}, {}, 2],
  ])('is read with %s', (_name, options, labels, value) => {
    const monitor = createMonitor(options);
    monitor.readState(written());
    const own = { process_type: 'tactical', model: 'unknown', outcome: 'success' };
    expect(read(monitor, 'turnscope_responses_total', { ...own, ...labels })).toBe(value);
    const started = 'turnscope_conversations_started_total';
    expect(read(monitor, started, { process_type: 'tactical', ...labels })).toBe(value);
    monitor.endConversation({ conversationId: 'c1' });
    monitor.endConversation({ conversationId: 'c2' });
    expect(read(monitor, 'turnscope_conversations_tracked')).toBe(0);
  });

  it('without attributions is read as other', () => {
    const before = createMonitor();
    before.recordExchange(exchange);
    const monitor = createMonitor({ labels: { project: ['shop'] } });
    monitor.readState(through(before.writeState()));
    const own = { process_type: 'tactical', model: 'unknown', outcome: 'success' };
    expect(read(monitor, 'turnscope_responses_total', { ...own, project: 'other' })).toBe(1);
  });

  it('says nothing of attributions where there are no labels', () => {
    const monitor = createMonitor();
    monitor.recordExchange(exchange);
    expect(JSON.stringify(monitor.writeState())).not.toContain('attribution');
  });

  it.each([null, 'shop', { project: 5 }, { project: '' }])(
    'is refused with the attribution %j before anything is added',
    (attribution) => {
      const monitor = createMonitor({ labels: userLabels });
      const before = readAll(monitor);
      const { store, conversations } = written();
      const rows = store.rows.map((row) => ({ ...row, attribution }));
      const wrongRows = { store: { ...store, rows }, conversations };
      expect(() => monitor.readState(wrongRows as never)).toThrow('state has a wrong row of kind');
      const wrong = conversations.map((each) => ({ ...each, attribution }));
      expect(() => monitor.readState({ store, conversations: wrong } as never)).toThrow(
        'state has a wrong conversation',
      );
      expect(readAll(monitor)).toEqual(before);
    },
  );
});
