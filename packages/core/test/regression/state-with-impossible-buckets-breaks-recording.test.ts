import { expect, it } from '@jest/globals';
import { createMonitor } from '../support/create-monitor.ts';
import { readAll } from '../support/read-series.ts';

const turn = { conversationId: 'c1', outcome: 'success', durationSeconds: 5 } as const;

// Any whole number was taken for the lowest bucket. Between it and those of real values lay more than an
// array can hold, so every later event failed, and classic buckets counted what native ones did not.
it.each([
  ['far above all numbers', 1e15],
  ['far below all numbers', -1e15],
  ['just above', 1024 * 8 + 1],
])('a state with a bucket %s is refused, and nothing is added', (_name, lowest) => {
  const written = createMonitor({ nativeHistograms: true });
  written.recordTurn(turn);
  const state = JSON.parse(JSON.stringify(written.writeState()));
  const { natives } = state.store.rows.find(({ kind }: { kind: string }) => kind === 'turn');
  for (const native of natives) native.lowest = lowest;
  const monitor = createMonitor({ nativeHistograms: true });
  const before = readAll(monitor);
  expect(() => monitor.readState(state)).toThrow('state has a wrong row of kind turn');
  expect(readAll(monitor)).toEqual(before);
});

it('a state with the smallest and the largest numbers is taken', () => {
  const written = createMonitor({ nativeHistograms: { growthFactor: 65_536 } });
  for (const durationSeconds of [2 ** -9, 6 * 3600]) {
    written.recordTurn({ ...turn, durationSeconds, responses: Number.MAX_SAFE_INTEGER });
  }
  const monitor = createMonitor({ nativeHistograms: true });
  monitor.readState(JSON.parse(JSON.stringify(written.writeState())));
  monitor.recordTurn(turn);
  expect(readAll(monitor)['turnscope_record_failures_total{}']).toBe(0);
});
