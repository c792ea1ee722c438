import { expect, it } from '@jest/globals';
import { useAgents } from '../support/stage-agents.ts';

const stage = useAgents();

// It went into the queue, which is looked at when a process gets idle: one that was idle already never did.
it('is given to a process that is free when its own was given up', async () => {
  const agents = stage.manager({
    processes: { solo: 2 },
    inFlight: 'retry',
    restarts: { restarts: 0 },
  });
  await agents.start();
  const answer = await agents.send('#1 once crash', { timeoutMs: 5_000 });
  expect(answer).toMatchObject({ text: 'answer to 1', process: 'solo-2', retried: true });
  expect(agents.waiting).toBe(0);
});
