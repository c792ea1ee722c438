import { expect, it } from '@jest/globals';
import { agentEnvironment } from '../support/agent-environment.ts';
import { standIn, useAgents } from '../support/stage-agents.ts';

const stage = useAgents();

// What an agent had left behind, out of reach in a session and an environment of its own, wrote without end to the
// output that it had inherited: the exit of the agent was never told, so it was not restarted, and no shutdown ended.
const script = `
  setsid env -i yes '{"type":"other"}' &
  exec "$NODE" "$STAND_IN"
`;

it('notices that an agent has ended whose child writes on for ever', async () => {
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
  });
  await agents.start();
  await expect(agents.send('#1 crash', { timeoutMs: 8000 })).rejects.toMatchObject({
    reason: 'process-died',
  });
  expect((await agents.send('#2')).text).toBe('answer to 2');
});
