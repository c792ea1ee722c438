import { describe, expect, it } from '@jest/globals';
import type { MonitorState, PerformanceMonitor } from '@turnscope/core';
import fc from 'fast-check';
import { createMonitor } from './support/create-monitor.ts';
import { EvaluationStage } from './support/evaluation-stage.ts';
import { rightEvents } from './support/event-arbitraries.ts';
import { read, readAll } from './support/read-series.ts';
import { turns } from './support/recorded.ts';

type Numbers = Readonly<Record<string, number>>;

const exchange = {
  conversationId: 'c1',
  processType: 'tactical',
  model: 'opus',
  outcome: 'success',
  durationSeconds: 3,
} as const;

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
  const monitor = createMonitor();
  monitor.recordExchange(exchange);
  monitor.enableSource('transcripts').parseError('too_long');
  return monitor.writeState();
}

describe('state', () => {
  it('written out and read back shows the same', () => {
    fc.assert(
      fc.property(rightEvents, (events) => {
        const monitor = createMonitor();
        const sink = monitor.enableSource('transcripts');
        for (const event of events) sink.record(event);
        const restored = createMonitor();
        restored.readState(through(monitor.writeState()));
        expect(numbersOf(restored)).toEqual(numbersOf(monitor));
      }),
      { numRuns: 100 },
    );
  });

  it('goes on where it was: what is recorded in two lives is what one would have recorded', () => {
    fc.assert(
      fc.property(rightEvents, rightEvents, (before, after) => {
        const [first, second, one] = [createMonitor(), createMonitor(), createMonitor()];
        for (const event of before) first.record(event);
        second.readState(through(first.writeState()));
        for (const event of after) second.record(event);
        for (const event of [...before, ...after]) one.record(event);
        expect(numbersOf(second)).toEqual(numbersOf(one));
      }),
      { numRuns: 100 },
    );
  });

  it('does not change when the monitor does', () => {
    const monitor = createMonitor();
    monitor.recordExchange(exchange);
    const state = monitor.writeState();
    const copy = through(state);
    monitor.recordExchange(exchange);
    expect(state).toEqual(copy);
  });

  it('adds: read back twice, it doubles', () => {
    const monitor = createMonitor();
    monitor.readState(written());
    monitor.readState(written());
    const labels = { process_type: 'tactical', model: 'opus', outcome: 'success' };
    expect(read(monitor, 'turnscope_responses_total', labels)).toBe(2);
    expect(
      read(monitor, 'turnscope_source_parse_errors_total', {
        source: 'transcripts',
        reason: 'too_long',
      }),
    ).toBe(2);
  });

  it('sends what is beyond the limits of the reader to other', () => {
    const monitor = createMonitor();
    for (const model of ['a', 'b', 'c']) monitor.recordExchange({ ...exchange, model });
    const small = createMonitor({ labelLimits: { model: 1 } });
    small.readState(through(monitor.writeState()));
    const value = (model: string) =>
      read(small, 'turnscope_responses_total', {
        process_type: 'tactical',
        model,
        outcome: 'success',
      });
    expect([value('a'), value('b'), value('other')]).toEqual([1, undefined, 2]);
  });

  it('is no growth in any window, whenever it is read', () => {
    const before = new EvaluationStage();
    turns(10, 9)(before.monitor);
    const state = JSON.parse(JSON.stringify(before.monitor.writeState()));
    const after = new EvaluationStage();
    after.pass(60);
    after.monitor.readState(state);
    turns(7, 1)(after.monitor);
    after.pass(15);
    expect(after.reading('turn_latency_score')).toMatchObject({ samples: 7, value: 1 });
  });

  it('brings no thresholds and no limits with it: they are those of the reader', () => {
    const state = createMonitor({ thresholds: { profile: 'coding-agent' } }).writeState();
    const monitor = createMonitor();
    monitor.readState(state);
    const labels = { signal: 'turn_duration', severity: 'warning', process_type: 'tactical' };
    expect(read(monitor, 'turnscope_threshold', labels)).toBe(2);
    expect(read(monitor, 'turnscope_build_info', { version: '0.1.0', formulas: '1' })).toBe(1);
  });

  const good = written();
  const row = { kind: 'adapter', labels: [], cells: [0, 0, 0, 0, 0] };
  const withRow = (wrong: object) => ({
    ...good,
    store: { ...good.store, rows: [...good.store.rows, wrong] },
  });
  const withConversation = (wrong: unknown) => ({
    ...good,
    conversations: [...good.conversations, wrong],
  });
  const c9 = { id: 'c9', processType: 'tactical', turns: 1, lastAt: 0 };

  it.each<[name: string, state: unknown, message: string]>([
    ['null', null, 'state has version undefined'],
    ['empty', {}, 'state has version undefined'],
    ['of another version', { ...good, store: { version: 2, rows: [] } }, 'state has version 2'],
    ['without rows', { ...good, store: { version: 1 } }, 'state has no list of rows'],
    ['with an unknown kind', withRow({ ...row, kind: 'turns' }), 'unknown kind "turns"'],
    ['with a name of Object as kind', withRow({ ...row, kind: 'toString' }), 'unknown kind'],
    ['with too few cells', withRow({ ...row, cells: [1] }), 'wrong row of kind adapter'],
    ['with a cell null', withRow({ ...row, cells: [0, 0, 0, null] }), 'wrong row of kind adapter'],
    [
      'with a negative cell',
      withRow({ ...row, cells: [0, 0, 0, -1] }),
      'wrong row of kind adapter',
    ],
    ['without cells', withRow({ ...row, cells: undefined }), 'wrong row of kind adapter'],
    ['with too many labels', withRow({ ...row, labels: ['x'] }), 'wrong row of kind adapter'],
    ['without labels', withRow({ ...row, labels: undefined }), 'wrong row of kind adapter'],
    [
      'with an unknown word',
      withRow({ kind: 'rejection', labels: ['nonsense'], cells: [1] }),
      'wrong row of kind rejection with labels ["nonsense"]',
    ],
    [
      'with a label that is no string',
      withRow({ kind: 'parse_error', labels: ['transcripts', 5], cells: [1] }),
      'wrong row of kind parse_error',
    ],
    ['without conversations', { store: good.store }, 'state has no list of conversations'],
    ['with no conversation', withConversation(null), 'state has a wrong conversation null'],
    ['with NaN turns', withConversation({ ...c9, turns: Number.NaN }), 'wrong conversation'],
    ['with negative turns', withConversation({ ...c9, turns: -1 }), 'wrong conversation'],
    ['without a time', withConversation({ ...c9, lastAt: undefined }), 'wrong conversation'],
    ['with a wrong id', withConversation({ ...c9, id: 5 }), 'wrong conversation'],
    ['without a process type', withConversation({ ...c9, processType: '' }), 'wrong conversation'],
  ])('%s is refused before anything is added', (_name, state, message) => {
    const monitor = createMonitor();
    const before = readAll(monitor);
    expect(() => monitor.readState(state as MonitorState)).toThrow(message);
    expect(readAll(monitor)).toEqual(before);
  });
});
