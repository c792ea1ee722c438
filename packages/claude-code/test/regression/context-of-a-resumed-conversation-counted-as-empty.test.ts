import { expect, it } from '@jest/globals';
import { useAgents } from '../support/stage-agents.ts';

const stage = useAgents();

// The context of a conversation that is resumed is as full as before, but its turns were counted from 0 again: of a
// process that crashes now and then no compaction was ever due.
it('says that a compaction is due when the process was restarted in between', async () => {
  const agents = stage.manager({ processes: { solo: { turnLimit: 2 } } });
  await agents.start();
  const first = await agents.send('#1');
  await agents.send('#2 crash').catch(() => {});
  const second = await agents.send('#3');
  expect([first, second].map(({ compactionDue }) => compactionDue)).toEqual([false, true]);
});
