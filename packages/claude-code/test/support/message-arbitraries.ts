import fc from 'fast-check';
import { mostly, number, partly } from './mostly.ts';

/** Words that streams use: random messages must meet every branch of what reads them. */
const types = ['system', 'assistant', 'user', 'stream_event', 'result', 'conversation_reset', 'x'];
const subtypes = [
  'init',
  'status',
  'compact_boundary',
  'api_retry',
  'hook_started',
  'success',
  'error_during_execution',
];
const texts = ['Hello', '[Request interrupted by user]', '<task-notification>', 'API Error: 500'];
const ids = ['u1', 'u2', 'u3', '', '__proto__', 'constructor', 'x'.repeat(300)];

const usage = partly({
  input_tokens: mostly(number),
  output_tokens: mostly(number),
  cache_read_input_tokens: mostly(number),
  iterations: mostly(fc.array(partly({ input_tokens: number }), { maxLength: 3 })),
});

const block = partly({
  type: fc.constantFrom('text', 'tool_use', 'tool_result'),
  text: fc.constantFrom(...texts),
  id: fc.constantFrom(...ids),
  name: fc.constantFrom('Bash', 'mcp__a__b'),
  tool_use_id: fc.constantFrom(...ids),
  is_error: fc.boolean(),
});

const modelMessage = partly({
  id: mostly(fc.constantFrom('m1', 'm2', 'm3')),
  model: mostly(fc.constantFrom('claude-opus-4-6', 'claude-haiku-4-5', '<synthetic>')),
  content: mostly(fc.oneof(fc.constantFrom(...texts), fc.array(block, { maxLength: 3 }))),
  stop_reason: mostly(fc.constantFrom(null, 'end_turn')),
  usage,
});

const event = partly({
  type: fc.constantFrom('message_start', 'content_block_delta', 'message_delta', 'message_stop'),
  message: modelMessage,
  delta: partly({ stop_reason: fc.constantFrom(null, 'end_turn') }),
  usage,
});

/** Any value that may stand where a message should, most of them nearly right. */
export const oddMessage = partly({
  type: mostly(fc.constantFrom(...types)),
  subtype: mostly(fc.constantFrom(...subtypes)),
  session_id: mostly(fc.constantFrom('s1', 's2')),
  parent_tool_use_id: mostly(fc.constantFrom(null, null, 'u1')),
  message: modelMessage,
  event,
  ttft_ms: mostly(number),
  status: mostly(fc.constantFrom('compacting', null)),
  compact_result: fc.constantFrom(undefined, undefined, 'failed'),
  compact_metadata: partly({ trigger: fc.constantFrom('auto', 'manual'), pre_tokens: number }),
  error_status: mostly(fc.constantFrom(null, 529, 429, 500)),
  error: mostly(fc.constantFrom(undefined, 'overloaded')),
  hook_name: fc.constantFrom('SessionStart:resume', 'Stop'),
  aborted: fc.boolean(),
  isSynthetic: fc.boolean(),
  is_error: mostly(fc.boolean()),
  duration_ms: mostly(number),
  num_turns: mostly(fc.nat({ max: 3 })),
  local_command: fc.constantFrom(undefined, undefined, 'compact'),
  terminal_reason: mostly(fc.constantFrom('completed', 'aborted_tools', 'api_error')),
  total_cost_usd: mostly(number),
  usage,
  modelUsage: mostly(
    fc.dictionary(fc.constantFrom('claude-opus-4-6', '__proto__', ''), partly({ costUSD: number })),
  ),
});

/** Bytes of a stream: messages, halves of them, garbage, in any order. */
export const oddBytes = fc
  .array(
    fc.oneof(
      oddMessage.map((message) => `${JSON.stringify(message) ?? ''}\n`),
      oddMessage.map((message) => (JSON.stringify(message) ?? '').slice(0, 40)),
      fc.constantFrom('\n', '\r\n', 'garbage', '{"', '}', '[', '"', '\\', 'Größe ✓'),
      fc.string({ maxLength: 20 }),
    ),
    { maxLength: 20 },
  )
  .chain((parts) =>
    fc
      .uint8Array({ maxLength: 5 })
      .map((noise) => Buffer.concat([Buffer.from(parts.join('')), Buffer.from(noise)])),
  );
