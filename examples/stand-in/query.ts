// Answers as the Agent SDK's `query` does, from a recorded list of messages, so that no agent has to run.

import type {
  AssistantMessage,
  InitMessage,
  ResultMessage,
  UserMessage,
} from '@turnscope/claude-code';

type Message = InitMessage | AssistantMessage | UserMessage | ResultMessage;

const session_id = '1d1e46f9-35c7-4834-b529-846d5bb82288';
const chain = { session_id, parent_tool_use_id: null };
const model = 'claude-opus-4-5-20251101';

const messages: readonly Message[] = [
  { type: 'system', subtype: 'init', session_id, cwd: '/home/dev/project', model },
  {
    type: 'assistant',
    ...chain,
    message: {
      id: 'msg_1',
      model,
      content: [{ type: 'tool_use', id: 'toolu_1', name: 'Bash', input: { command: 'npm test' } }],
      stop_reason: 'tool_use',
      usage: { input_tokens: 10, cache_creation_input_tokens: 21_570, output_tokens: 96 },
    },
  },
  {
    type: 'user',
    ...chain,
    message: { content: [{ type: 'tool_result', tool_use_id: 'toolu_1', content: '1 failed' }] },
  },
  {
    type: 'assistant',
    ...chain,
    message: {
      id: 'msg_2',
      model,
      content: [{ type: 'text', text: 'The test expected the old name.' }],
      stop_reason: 'end_turn',
      usage: { input_tokens: 2, cache_read_input_tokens: 21_570, output_tokens: 5 },
    },
  },
  {
    type: 'result',
    subtype: 'success',
    session_id,
    is_error: false,
    duration_ms: 8360,
    num_turns: 2,
    result: 'The test expected the old name.',
    total_cost_usd: 0.1475,
    usage: { output_tokens: 121 },
    modelUsage: { [model]: { costUSD: 0.1475 } },
  },
];

export async function* query(_question: {
  readonly prompt: string;
}): AsyncGenerator<Message, void> {
  yield* messages;
}
