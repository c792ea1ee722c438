import { expect, it } from '@jest/globals';
import { useAgents } from '../support/stage-agents.ts';

const stage = useAgents();

// The process of the first run still ended when that of the second one was started in its place. Its exit was then
// taken for that of the second, which nobody knew any more and nobody ended.
it('is refused, and the manager starts again when everything has ended', async () => {
  const agents = stage.manager({ processes: { solo: 1 } });
  await agents.start();
  const ending = agents.shutdown();
  await expect(agents.start()).rejects.toMatchObject({
    reason: 'not-running',
    message: expect.stringContaining('shutdown() has resolved'),
  });
  await ending;
  expect(await agents.start()).toBe(true);
  await agents.shutdown();
  expect(stage.left()).toEqual([]);
});
