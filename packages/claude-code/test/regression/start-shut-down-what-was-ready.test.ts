import { expect, it } from '@jest/globals';
import { useAgents } from '../support/stage-agents.ts';

const stage = useAgents();

// The first attempt of each process counted alone: one that had got ready at its second, and perhaps worked already,
// was shut down when the last of the others had failed too.
it('starts when a process got ready at its second attempt before the others had failed', async () => {
  const agents = stage.manager(
    { processes: { solo: 2 }, startupTimeoutMs: 1_500 },
    'once crash; once hang',
  );
  expect(await agents.start()).toBe(false);
  expect((await agents.send('#1')).text).toBe('answer to 1');
});
