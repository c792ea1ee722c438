import { expect, it } from '@jest/globals';
import { createMonitor } from '../support/create-monitor.ts';
import { FakeClock } from '../support/fake-clock.ts';

// The slowest that ever were took all the places, and a report reaches back a day.
it('finds the slowest conversations of today after weeks of slower ones', () => {
  const clock = new FakeClock();
  const monitor = createMonitor({ clock });
  const hold = (conversationId: string, durationSeconds: number) => {
    monitor.recordTurn({ conversationId, outcome: 'success', durationSeconds });
    monitor.endConversation({ conversationId });
  };
  for (let old = 0; old < 450; old += 1) hold(`old ${old}`, 1000 + old);
  clock.pass(3 * 86_400);
  for (let fresh = 0; fresh < 300; fresh += 1) hold(`new ${fresh}`, 300 - fresh);
  const slowest = monitor.report({ seconds: 3600 }).slowestConversations;
  expect(slowest.map(({ conversationId }) => conversationId)).toEqual(
    Array.from({ length: 10 }, (_, at) => `new ${at}`),
  );
});
