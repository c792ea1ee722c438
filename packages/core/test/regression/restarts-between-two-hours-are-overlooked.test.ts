import { expect, it } from '@jest/globals';
import { createMonitor } from '../support/create-monitor.ts';
import { FakeClock } from '../support/fake-clock.ts';

// Older entries of the ring are five minutes apart. What happened between the last entry of one hour and
// the first of the next belonged to neither of them.
it.each([
  ['in the first minutes of an hour', 61],
  ['in the last minutes of an hour', 119],
  ['in the middle of an hour', 90],
])('recommends to look at restarts %s before now', (_name, minutesAgo) => {
  const clock = new FakeClock();
  const monitor = createMonitor({ clock });
  for (let minute = 0; minute <= 183; minute += 1) {
    const isThen = minute === 183 - minutesAgo;
    for (let restart = 0; isThen && restart < 6; restart += 1) {
      monitor.recordRestart({ processType: 'tactical', reason: 'crash', outcome: 'success' });
    }
    monitor.evaluate();
    clock.pass(60);
  }
  clock.pass(-60);
  const { recommendations } = monitor.report({ seconds: 3 * 3600 });
  expect(recommendations).toMatchObject([{ alert: 'TurnscopeFrequentRestarts', value: 6 }]);
});
