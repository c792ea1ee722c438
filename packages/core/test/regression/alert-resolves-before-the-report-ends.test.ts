import { expect, it } from '@jest/globals';
import { createMonitor } from '../support/create-monitor.ts';
import { FakeClock, noon } from '../support/fake-clock.ts';

it('leaves alerts out of a report that resolved after its end', () => {
  const clock = new FakeClock();
  const monitor = createMonitor({ clock });
  monitor.evaluate();
  for (let restart = 0; restart < 6; restart += 1) {
    monitor.recordRestart({ processType: 'tactical', reason: 'crash', outcome: 'success' });
  }
  for (let minute = 0; minute < 120; minute += 1) {
    clock.pass(60);
    monitor.evaluate();
  }
  const resolvedAt = monitor.resolvedAlerts().map(({ changedAt }) => changedAt);
  expect(resolvedAt).toHaveLength(1);
  const resolvedIn = (to: number) => monitor.report({ from: noon, to }).alerts.resolved;
  expect(resolvedIn((resolvedAt[0] ?? 0) - 1)).toEqual([]);
  expect(resolvedIn(resolvedAt[0] ?? 0)).toMatchObject([{ name: 'TurnscopeFrequentRestarts' }]);
});
