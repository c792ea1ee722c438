import { expect, it } from '@jest/globals';
import { ClaudeCodeWorkers } from '../../src/index.ts';
import { agentEnvironment } from '../support/agent-environment.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { standIn, useAgents } from '../support/stage-agents.ts';

const stage = useAgents();

// Its monitor had the clock, and what the processes did was recorded with the time of day: outside of every report.
it('records what processes do with the clock that the workers are given', async () => {
  const clock = createFakeClock(1_000_000_000_000);
  const workers = new ClaudeCodeWorkers({
    clock,
    maxWorkers: 1,
    manager: {
      command: process.execPath,
      args: [standIn],
      environment: agentEnvironment(stage.folder()),
    },
  });
  await workers.startAllProcesses();
  await workers.manager.send('#1 respond; compact');
  clock.advance(1);
  expect(workers.getPerformanceMetrics()).toMatchObject({
    compactions: [{ at: 1_000_000_000_000, trigger: 'auto' }],
  });
  await workers.shutdown();
});
