/** A transcript of two turns of Opus, each one response of 100 input and 20 output tokens after 2 seconds. */
export function twoTurns(): string {
  const lines = [
    prompt('p1', null, '09:00:00', 'First question'),
    answer('a1', 'p1', '09:00:02'),
    prompt('p2', 'a1', '09:01:00', 'Second question'),
    answer('a2', 'p2', '09:01:02'),
  ];
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** One turn more of the same conversation, to be appended. */
export function thirdTurn(): string {
  const lines = [prompt('p3', 'a2', '09:02:00', 'Third question'), answer('a3', 'p3', '09:02:02')];
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

function prompt(uuid: string, parentUuid: string | null, time: string, content: string) {
  return { ...envelope(uuid, parentUuid, time), type: 'user', message: { role: 'user', content } };
}

function answer(uuid: string, parentUuid: string, time: string) {
  const message = {
    id: `msg_${uuid}`,
    type: 'message',
    role: 'assistant',
    model: 'claude-opus-4-6',
    content: [{ type: 'text', text: 'An answer' }],
    stop_reason: 'end_turn',
    usage: {
      input_tokens: 100,
      output_tokens: 20,
      cache_read_input_tokens: 0,
      cache_creation_input_tokens: 0,
    },
  };
  return {
    ...envelope(uuid, parentUuid, time),
    type: 'assistant',
    requestId: `req_${uuid}`,
    message,
  };
}

function envelope(uuid: string, parentUuid: string | null, time: string) {
  return {
    uuid,
    parentUuid,
    isSidechain: false,
    userType: 'external',
    cwd: '/home/dev/project',
    sessionId: 'two-turns',
    version: '2.1.50',
    timestamp: `2026-03-01T${time}.000Z`,
  };
}
