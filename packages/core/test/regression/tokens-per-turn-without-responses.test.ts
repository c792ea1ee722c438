import { expect, it } from '@jest/globals';
import { createMonitor } from '../support/create-monitor.ts';
import { FakeClock } from '../support/fake-clock.ts';

it('has no tokens per turn where turns are recorded and responses are not', () => {
  const clock = new FakeClock();
  const monitor = createMonitor({ clock });
  monitor.evaluate();
  for (let turn = 0; turn < 5; turn += 1) {
    monitor.recordTurn({ conversationId: 'c1', processType: 'tactical', outcome: 'success' });
  }
  clock.pass(15);
  monitor.evaluate();
  const readings = monitor.signals().filter(({ processType }) => processType === 'tactical');
  expect(readings.find(({ signal }) => signal === 'tokens_per_turn')).toMatchObject({
    value: undefined,
    samples: 5,
  });
});
