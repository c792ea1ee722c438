import { expect, it } from '@jest/globals';
import { countedSeries } from '../support/counted-series.ts';
import { useAgents } from '../support/stage-agents.ts';
import { until } from '../support/until.ts';

const stage = useAgents();
const works = () => stage.diary().some(({ message }) => message === 'task');

// An agent whose task in the background has ended begins a turn by itself. Whatever result came next was taken for the
// answer to the message that had been sent meanwhile, and its own answer for that to the next one.
it('gives a message its own answer, not that of a turn which the agent began by itself', async () => {
  const agents = stage.manager({ processes: { solo: 1 } });
  await agents.start();
  await agents.send('#1 task 300');
  await until(works, 'the agent works by itself');
  const answers = await Promise.all(['#2', '#3'].map((text) => agents.send(text)));
  expect(answers.map(({ text }) => text)).toEqual(['answer to 2', 'answer to 3']);
  expect(countedSeries(agents.monitor, /turns_total/)).toEqual({
    'turns_total solo,claude-opus-5,user,success': 3,
    'turns_total solo,claude-opus-5,task,success': 1,
  });
});

it('interrupts a message that was given up during such a turn in its own turn', async () => {
  const agents = stage.manager({ processes: { solo: 1 }, graceMs: 5_000 });
  await agents.start();
  await agents.send('#1 task 300');
  await until(works, 'the agent works by itself');
  const given = agents.send('#2 sleep 100; respond; sleep 60000', { timeoutMs: 50 });
  await expect(given).rejects.toMatchObject({ reason: 'timeout' });
  expect((await agents.send('#3')).text).toBe('answer to 3');
  expect(agents.processes()[0]).toMatchObject({ restarts: 0 });
});

it('gives no message the answer to one that was given up during such a turn', async () => {
  const agents = stage.manager({ processes: { solo: 1 }, graceMs: 5_000 });
  await agents.start();
  await agents.send('#1 task 300');
  await until(works, 'the agent works by itself');
  const given = agents.send('#2 sleep 100', { timeoutMs: 50 });
  const next = agents.send('#3');
  await expect(given).rejects.toMatchObject({ reason: 'timeout' });
  expect((await next).text).toBe('answer to 3');
});
