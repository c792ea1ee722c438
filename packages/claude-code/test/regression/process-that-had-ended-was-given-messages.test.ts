import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { systemTimers, type Timers } from '../../src/supervise/timers.ts';
import { agentEnvironment } from '../support/agent-environment.ts';
import { standIn, useAgents } from '../support/stage-agents.ts';
import { until } from '../support/until.ts';

const stage = useAgents();

// Until what a process left behind lets its output go, its exit is not told. So long it stayed `ready`, and was given
// messages that nobody read.
const script = `
  [ -e "$STAND_IN_FOLDER/left" ] || setsid env -i /bin/sh -c 'echo $$ > "$0/left"; exec sleep 20' "$STAND_IN_FOLDER" &
  exec "$NODE" "$STAND_IN"
`;

/** Of one process that has crashed while it was idle. The answer lets its output go. */
async function startAndCrash() {
  // The output is never taken for read to its end.
  const timers: Timers = {
    after: (ms, work) => (ms === 500 ? () => {} : systemTimers.after(ms, work)),
  };
  const agents = stage.manager({
    processes: { solo: 1 },
    command: '/bin/sh',
    args: ['-c', script],
    environment: {
      ...agentEnvironment(stage.folder()),
      PATH: process.env['PATH'],
      NODE: process.execPath,
      STAND_IN: standIn,
    },
    outside: { timers },
  });
  await agents.start();
  await agents.send('#1 after crash');
  await until(() => agents.processes()[0]?.state === 'unhealthy', 'its end is noticed');
  const left = Number(readFileSync(join(stage.folder(), 'left'), 'utf8'));
  return { agents, letGo: () => process.kill(left, 'SIGKILL') };
}

it('gives no message to a process that has ended and whose output is still open', async () => {
  const { agents, letGo } = await startAndCrash();
  const given = agents.send('#2');
  expect(agents.waiting).toBe(1);
  letGo();
  expect((await given).text).toBe('answer to 2');
});

it('takes no later shutdown for the reason why a process has ended', async () => {
  const { agents, letGo } = await startAndCrash();
  const stopped = agents.shutdown();
  letGo();
  await stopped;
  expect(agents.processes()[0]).toMatchObject({ lastExit: 'crash', state: 'stopped' });
});
