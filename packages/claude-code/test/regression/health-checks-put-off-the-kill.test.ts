import { expect, it } from '@jest/globals';
import { useAgents } from '../support/stage-agents.ts';
import { until } from '../support/until.ts';

const stage = useAgents();

// Each check that found it unhealthy asked it to end once more, and began the grace anew.
it('kills a process that takes too much and ignores SIGTERM, however often it is checked', async () => {
  const agents = stage.manager({
    processes: { solo: 1 },
    graceMs: 400,
    resources: { memoryBytes: 1 },
  });
  await agents.start();
  void agents.send('#1 ignore-term; hang').catch(() => {});
  await until(() => stage.diary().some(({ what }) => what === 'turn'), 'it works');
  const checks = setInterval(() => void agents.checkHealth(), 50);
  try {
    await until(() => agents.processes()[0]?.failures === 1, 'it was killed');
  } finally {
    clearInterval(checks);
  }
  expect(agents.processes()[0]?.lastExit).toBe('unhealthy');
});
