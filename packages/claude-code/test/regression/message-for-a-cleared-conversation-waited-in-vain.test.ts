import { expect, it } from '@jest/globals';
import { useAgents } from '../support/stage-agents.ts';

const stage = useAgents();

// The process went on with another conversation while the message waited for it, so it fitted nowhere any more; that was
// looked at only when a process got ready or ended.
it('is refused when the only process that held it goes on with another', async () => {
  const agents = stage.manager({ processes: { solo: 1 } });
  await agents.start();
  const { conversationId } = await agents.send('#1');
  const clearing = agents.send('#2 clear');
  const waiting = agents.send('#3', { conversationId, timeoutMs: 3_000 });
  await expect(waiting).rejects.toMatchObject({
    reason: 'unknown',
    message: expect.stringContaining(`that holds the conversation ${conversationId}`),
  });
  expect((await clearing).conversationId).not.toBe(conversationId);
});
