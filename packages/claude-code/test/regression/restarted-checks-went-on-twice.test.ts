import { expect, it } from '@jest/globals';
import type { ResourceProbe, ResourceUsage } from '../../src/manager/resources.ts';
import { systemTimers, type Timers } from '../../src/supervise/timers.ts';
import { useAgents } from '../support/stage-agents.ts';

const stage = useAgents();
const interval = 12_345;

// A check that ran while the manager was shut down and started again went on beside that of the second start.
it('checks as often as before after a shutdown during a check', async () => {
  const due: (() => void)[] = [];
  const timers: Timers = {
    after(milliseconds, work) {
      if (milliseconds !== interval) return systemTimers.after(milliseconds, work);
      due.push(work);
      return () => due.splice(due.indexOf(work), 1);
    },
  };
  let answer: (usages: ReadonlyMap<number, ResourceUsage>) => void = () => {};
  const probe: ResourceProbe = () =>
    new Promise((done) => {
      answer = done;
    });
  const agents = stage.manager({
    processes: { solo: 1 },
    healthIntervalMs: interval,
    outside: { timers, probe },
  });
  await agents.start();
  due.shift()?.();
  await agents.shutdown();
  await agents.start();
  answer(new Map());
  await new Promise(setImmediate);
  expect(due).toHaveLength(1);
});
