import { expect, it } from '@jest/globals';
import { PerformanceMonitor } from '@turnscope/core';
import { createRenderer } from '../../src/index.ts';

const turn = { conversationId: 'c1', processType: 'tactical', outcome: 'success' } as const;

// Lines were kept for as long as their cells stayed. A state moves the beginning of whole rows, also of
// what it did not count, so those lines told the old one.
it('the beginning of a series is the one of the state that was read back', () => {
  let now = Date.UTC(2026, 10, 27, 12);
  const clock = { now: () => now };
  const earlier = new PerformanceMonitor({ clock });
  earlier.recordTurn(turn);
  now += 60_000;
  const monitor = new PerformanceMonitor({ clock });
  monitor.recordTurn({ ...turn, durationSeconds: 1 });
  const renderer = createRenderer('openmetrics', { created: true });
  const created = (from = renderer) =>
    [...from.render(monitor.collect())].join('').match(/^.*_created.*$/gm);
  // Lines are kept from the second time on.
  created();
  created();
  monitor.readState(earlier.writeState());
  expect(created()).toEqual(created(createRenderer('openmetrics', { created: true })));
});
