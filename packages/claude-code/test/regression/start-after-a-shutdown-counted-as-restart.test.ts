import { expect, it } from '@jest/globals';
import { countedSeries } from '../support/counted-series.ts';
import { useAgents } from '../support/stage-agents.ts';

const stage = useAgents();
const told = /process_starts|restarts_total/;

// Nobody supervised anything: the user ended the processes and started them again.
it('is no restart', async () => {
  const agents = stage.manager({ processes: { solo: 1 } });
  await agents.start();
  await agents.shutdown();
  await agents.start();
  expect(countedSeries(agents.monitor, told)).toEqual({ 'process_starts_total solo,fresh': 2 });
  expect(agents.processes()[0]).toMatchObject({ restarts: 0, failures: 0 });
});

it('is a resume where the process goes on with its conversation', async () => {
  const agents = stage.manager({ processes: { solo: 1 } });
  await agents.start();
  const { conversationId } = await agents.send('#1');
  await agents.shutdown();
  await agents.start();
  expect((await agents.send('#2')).conversationId).toBe(conversationId);
  expect(countedSeries(agents.monitor, told)).toEqual({
    'process_starts_total solo,fresh': 1,
    'process_starts_total solo,resume': 1,
  });
});
