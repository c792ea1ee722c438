import { expect, it } from '@jest/globals';
import { createMonitor } from '../support/create-monitor.ts';
import { FakeClock } from '../support/fake-clock.ts';

it('reports the tokens of a response that was counted before the window', () => {
  const clock = new FakeClock();
  const monitor = createMonitor({ clock });
  const c1 = { conversationId: 'c1', processType: 'tactical', outcome: 'success' } as const;
  monitor.recordResponse(c1);
  clock.pass(15);
  monitor.evaluate();
  monitor.record({ ...c1, type: 'response-update', tokens: { output: 20 } });
  clock.pass(15);
  expect(monitor.report({ seconds: 15 }).processTypes).toMatchObject([
    { processType: 'tactical', responses: { success: 0 }, tokens: { output: 20 } },
  ]);
});
