import { expect, it } from '@jest/globals';
import { useAgents } from '../support/stage-agents.ts';
import { until } from '../support/until.ts';

const stage = useAgents();

// `1` and `null` are JSON and no messages. Each of them counted as a line that could be read, so that a process which
// wrote nothing else was healthy for ever.
it('restarts a process that writes lines of JSON which are no messages', async () => {
  const agents = stage.manager({ processes: { solo: 1 }, unreadableLines: 5 });
  await agents.start();
  await expect(agents.send('#1 words 6; hang')).rejects.toMatchObject({ reason: 'process-died' });
  await until(() => agents.processes()[0]?.restarts === 1, 'it was restarted');
  expect(agents.processes()[0]).toMatchObject({ lastExit: 'unhealthy' });
});
