import { expect, it } from '@jest/globals';
import { useAgents } from '../support/stage-agents.ts';

const stage = useAgents();

// `/clear` begins another conversation with an empty context, but the turns of the one before counted for it: a
// compaction of nothing was due.
it('counts the turns of the conversation that a process holds, not of the one before', async () => {
  const agents = stage.manager({ processes: { solo: { turnLimit: 3 } } });
  await agents.start();
  const answers = [];
  for (const text of ['#1', '#2', '#3 clear', '#4']) answers.push(await agents.send(text));
  expect(answers.map(({ turns }) => turns)).toEqual([1, 2, 1, 2]);
  expect(answers.some(({ compactionDue }) => compactionDue)).toBe(false);
});
