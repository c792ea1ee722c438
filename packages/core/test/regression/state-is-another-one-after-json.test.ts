import { expect, it } from '@jest/globals';
import { createMonitor } from '../support/create-monitor.ts';

// The lowest native bucket was -0, which JSON writes as 0.
it('a written state is the same after JSON', () => {
  const monitor = createMonitor({ nativeHistograms: true });
  monitor.recordTurn({ conversationId: 'c1', outcome: 'success', durationSeconds: 0.95 });
  const state = monitor.writeState();
  expect(JSON.parse(JSON.stringify(state))).toStrictEqual(state);
});
