import { expect, it } from '@jest/globals';
import { createMonitor } from '../support/create-monitor.ts';
import { FakeClock, noon } from '../support/fake-clock.ts';
import { seriesOf } from '../support/read-series.ts';

const turn = {
  conversationId: 'c',
  processType: 'tactical',
  model: 'opus',
  outcome: 'success',
} as const;
const labels = { process_type: 'tactical', model: 'opus', initiator: 'user', outcome: 'success' };
const startOf = (monitor: ReturnType<typeof createMonitor>) =>
  seriesOf(monitor, 'turnscope_turns_total', labels)?.startedAt?.();

it('a series counts since it was made', () => {
  const clock = new FakeClock();
  const monitor = createMonitor({ clock });
  clock.pass(60);
  monitor.recordTurn(turn);
  expect(startOf(monitor)).toBe(noon + 60_000);
});

it('one that could be known counts since the monitor was made', () => {
  const clock = new FakeClock();
  const monitor = createMonitor({ clock });
  clock.pass(60);
  monitor.recordTurn({ ...turn, durationSeconds: 1 });
  const zone = { process_type: 'tactical', zone: 'satisfied' };
  expect(seriesOf(monitor, 'turnscope_turn_latency_zone_total', zone)?.startedAt?.()).toBe(noon);
});

it('what is read back goes on since its first beginning, of which older states say nothing', () => {
  const written = createMonitor();
  written.recordTurn(turn);
  const state = written.writeState();
  const clock = new FakeClock();
  clock.pass(3600);
  const later = createMonitor({ clock });
  later.readState(state);
  expect(startOf(later)).toBe(noon);
  const rows = state.store.rows.map(({ startedAt: _, ...row }) => row);
  const old = createMonitor({ clock });
  old.readState({ ...state, store: { ...state.store, rows } });
  expect(startOf(old)).toBeNaN();
});
