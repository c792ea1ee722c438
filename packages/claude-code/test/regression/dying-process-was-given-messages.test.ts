import { expect, it } from '@jest/globals';
import { useAgents } from '../support/stage-agents.ts';
import { until } from '../support/until.ts';

const stage = useAgents();

// An idle process that wrote garbage was asked to end, and stayed `ready` until it had.
it('gives no message to a process that is being ended', async () => {
  const agents = stage.manager({ processes: { solo: 2 }, unreadableLines: 3, graceMs: 1_000 });
  await agents.start();
  await agents.send('#1 ignore-term; after garbage 3; hang', { process: 'solo-1' });
  await until(() => stage.diary().some(({ what }) => what === 'signal'), 'it was asked to end');
  expect(agents.processes()[0]?.state).toBe('unhealthy');
  const answers = await Promise.all(['#2', '#3'].map((text) => agents.send(text)));
  expect(answers.map(({ process }) => process)).toEqual(['solo-2', 'solo-2']);
});

// A hang was told, and then the answer came after all: the process got the next message while it was being ended.
it('gives no message to a process that finishes its turn while it is being ended', async () => {
  const agents = stage.manager({ processes: { solo: 1 }, graceMs: 300 });
  await agents.start();
  const given = agents.send('#1 ignore-term; sleep 500', { timeoutMs: 50 });
  const next = agents.send('#2');
  await expect(given).rejects.toMatchObject({ reason: 'timeout' });
  expect((await next).text).toBe('answer to 2');
});
