import { expect, it } from '@jest/globals';
import { agentEnvironment } from '../support/agent-environment.ts';
import { standIn, useAgents } from '../support/stage-agents.ts';
import { until } from '../support/until.ts';

const stage = useAgents();

// What Claude Code writes when there is no such conversation names a session that was never there either.
const refusal = JSON.stringify({
  type: 'result',
  subtype: 'error_during_execution',
  is_error: true,
  num_turns: 0,
  session_id: '00000000-0000-4000-8000-000000000000',
  errors: ['No conversation found'],
});

it.each([
  { when: 'before it is ready', ready: '' },
  { when: 'when it has said that it is ready', ready: 'read line; echo "$READY"; ' },
])(
  'gives up a conversation that an agent refuses to resume $when, and does not hold the one that the refusal names',
  async ({ ready }) => {
    const agents = stage.manager({
      processes: { solo: 1 },
      command: '/bin/sh',
      args: [
        '-c',
        `case "$*" in *--resume*) ${ready}echo "$REFUSAL"; exit 1;; esac; exec "$NODE" "$STAND_IN"`,
        'agent',
      ],
      environment: {
        ...agentEnvironment(stage.folder()),
        NODE: process.execPath,
        STAND_IN: standIn,
        REFUSAL: refusal,
        READY: '{"type":"control_response","response":{"subtype":"success"}}',
      },
    });
    await agents.start();
    await agents.send('#1');
    await expect(agents.send('#2 crash')).rejects.toMatchObject({ reason: 'process-died' });
    await until(() => agents.processes()[0]?.failures === 4, 'it cannot be resumed three times');
    expect((await agents.send('#3')).text).toBe('answer to 3');
  },
);
