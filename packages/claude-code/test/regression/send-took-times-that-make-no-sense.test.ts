import { expect, it } from '@jest/globals';
import { useAgents } from '../support/stage-agents.ts';

const stage = useAgents();

// A timer of NaN, Infinity or 2 ** 31 milliseconds fires at once: who wanted to wait for ever did not wait at all.
it.each([Number.NaN, -1, 0, Number.POSITIVE_INFINITY, 2 ** 31])(
  'refuses a timeout of %d milliseconds, which no agent sees',
  async (timeoutMs) => {
    const agents = stage.manager({ processes: { solo: 1 } });
    await agents.start();
    await expect(agents.send('#1', { timeoutMs })).rejects.toThrow(/^timeoutMs must be/);
    expect((await agents.send('#2')).turns).toBe(1);
  },
);

// What JSON has no word for was thrown out of `send` when the process was busy with it already, for ever.
it.each([undefined, 7n, { text: 'hello' }])('refuses %p as a message', async (message) => {
  const agents = stage.manager({ processes: { solo: 1 } });
  await agents.start();
  await expect(agents.send(message as never)).rejects.toThrow(TypeError);
  expect((await agents.send('#2')).turns).toBe(1);
});

it.each([Number.NaN, -1, Number.POSITIVE_INFINITY])(
  'refuses a grace of %d milliseconds before processes are killed, and ends none',
  async (graceMs) => {
    const agents = stage.manager({ processes: { solo: 1 } });
    await agents.start();
    await expect(agents.shutdown(graceMs)).rejects.toThrow(/^graceMs must be/);
    expect(agents.isRunning).toBe(true);
  },
);
