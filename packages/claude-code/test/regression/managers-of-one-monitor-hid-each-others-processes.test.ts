import { expect, it } from '@jest/globals';
import { PerformanceMonitor } from '@turnscope/core';
import { countedSeries } from '../support/counted-series.ts';
import { useAgents } from '../support/stage-agents.ts';

const stage = useAgents();

// Each manager told the monitor how many processes it had, as if there were no other.
it('counts the processes of all managers of a monitor', async () => {
  const monitor = new PerformanceMonitor({ sources: [], zeroHoldSeconds: 0 });
  const first = stage.manager({ monitor, processes: { solo: 1 } });
  const second = stage.manager({ monitor, processes: { solo: 1 } });
  await Promise.all([first.start(), second.start()]);
  const running = () => countedSeries(monitor, /^turnscope_processes$/);
  expect(running()).toEqual({ 'processes solo,ready': 2 });
  await second.shutdown();
  expect(running()).toEqual({ 'processes solo,ready': 1 });
});
