import { expect, it } from '@jest/globals';
import { ClaudeCodeWorkers } from '../../src/index.ts';
import { agentEnvironment } from '../support/agent-environment.ts';
import { standIn, useAgents } from '../support/stage-agents.ts';

const stage = useAgents();

// The manager refuses a second start, which was taken for one that came to nothing.
it('answers that all have started when that is asked for twice', async () => {
  const workers = new ClaudeCodeWorkers({
    maxWorkers: 1,
    manager: {
      command: process.execPath,
      args: [standIn],
      environment: agentEnvironment(stage.folder()),
    },
  });
  expect(await workers.startAllProcesses()).toBe(true);
  const again = await workers.startAllProcesses();
  await workers.shutdown();
  expect(again).toBe(true);
});
