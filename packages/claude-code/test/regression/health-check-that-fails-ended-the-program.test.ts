import { expect, it } from '@jest/globals';
import { useAgents } from '../support/stage-agents.ts';
import { until } from '../support/until.ts';

const stage = useAgents();

// Nobody handled the rejection of a check that nobody had asked for.
it('goes on with its checks when the system does not say what processes take', async () => {
  let probes = 0;
  const agents = stage.manager({
    processes: { solo: 1 },
    healthIntervalMs: 1,
    outside: {
      probe: async () => {
        probes += 1;
        throw new Error('on purpose');
      },
    },
  });
  await agents.start();
  await until(() => probes > 3, 'it was checked three times');
  expect(agents.processes()[0]?.state).toBe('ready');
  await expect(agents.checkHealth()).rejects.toThrow('on purpose');
});
