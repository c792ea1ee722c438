import fc from 'fast-check';
import { anything, mostly, number, partly } from './mostly.ts';

/** Names that transcripts use: random lines must meet the reader's every branch. */
const types = ['assistant', 'user', 'system', 'progress', 'summary', 'queue-operation'];
const subtypes = ['compact_boundary', 'turn_duration', 'api_error', 'local_command'];
const texts = [
  'Hello',
  '[Request interrupted by user]',
  '<task-notification>',
  '<command-name>/compact</command-name>',
  '<command-name>/exit</command-name>',
  '<command-name>',
  'No response requested.',
];
const times = ['2026-03-01T09:00:00.000Z', '2026-03-01T09:00:07.500Z', 'soon', '1969-01-01'];
const ids = ['u1', 'u2', 'u3', '', '__proto__', 'constructor', 'x'.repeat(300)];

const block = partly({
  type: fc.constantFrom('text', 'tool_use', 'tool_result', 'image'),
  text: fc.constantFrom(...texts),
  id: fc.constantFrom(...ids),
  name: fc.constantFrom('Bash', 'mcp__a__b'),
  tool_use_id: fc.constantFrom(...ids),
  is_error: fc.boolean(),
});

const usage = partly({
  input_tokens: mostly(number),
  output_tokens: mostly(number),
  cache_read_input_tokens: mostly(number),
  cache_creation_input_tokens: mostly(number),
  iterations: mostly(fc.array(partly({ input_tokens: number }), { maxLength: 3 })),
});

const message = partly({
  id: mostly(fc.constantFrom('m1', 'm2', 'm3')),
  model: mostly(fc.constantFrom('claude-opus-4-6', 'claude-haiku-4-5', '<synthetic>')),
  content: mostly(fc.oneof(fc.constantFrom(...texts), fc.array(block, { maxLength: 3 }))),
  stop_reason: mostly(fc.constantFrom(null, 'end_turn')),
  usage,
});

/** A line that looks like one of a transcript, with anything wrong in it. */
const oddLine: fc.Arbitrary<unknown> = partly({
  type: mostly(fc.constantFrom(...types)),
  subtype: mostly(fc.constantFrom(...subtypes)),
  uuid: mostly(fc.constantFrom(...ids)),
  parentUuid: mostly(fc.constantFrom(...ids)),
  timestamp: mostly(fc.constantFrom(...times)),
  version: mostly(fc.constantFrom('2.1.1', '2.1.2')),
  sessionId: mostly(fc.constantFrom('s1', 's2')),
  isSidechain: mostly(fc.boolean()),
  isMeta: mostly(fc.boolean()),
  isApiErrorMessage: mostly(fc.boolean()),
  message,
  data: partly({
    type: mostly(fc.constantFrom('hook_progress', 'agent_progress')),
    hookName: mostly(fc.constantFrom('SessionStart:startup', 'SessionStart:__proto__')),
    agentId: mostly(fc.constantFrom('a1', 'a2')),
    message: partly({ type: fc.constantFrom('assistant', 'user'), message }),
  }),
  durationMs: mostly(number),
  compactMetadata: partly({
    trigger: mostly(fc.constantFrom('auto', 'manual')),
    preTokens: mostly(number),
    durationMs: mostly(number),
  }),
  error: partly({ status: mostly(number), connection: anything }),
});

/** The bytes of a file: odd lines, glued lines, garbage and cut lines in any mixture. */
export const oddFile: fc.Arbitrary<Buffer> = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: oddLine.map((line) => Buffer.from(`${JSON.stringify(line)}\n`)) },
      { weight: 1, arbitrary: oddLine.map((line) => Buffer.from(JSON.stringify(line))) },
      { weight: 1, arbitrary: fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)) },
    ),
    { maxLength: 40 },
  )
  .map((parts) => Buffer.concat(parts));

/** A line of one of a few responses, or an attempt, as any transcript may hold it. */
const countedLine = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .record({
        id: fc.nat({ max: 6 }),
        output: fc.nat({ max: 500 }),
        final: fc.boolean(),
        embedded: fc.boolean(),
      })
      .map(({ id, output, final, embedded }) => responseLine(id, output, final, embedded)),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(529, 429, 500).map((status) => ({
      type: 'system',
      subtype: 'api_error',
      error: { status },
    })),
  },
);

/** Lines that all have their own uuid, and where each is put: a file, and a place in it. */
export const scatteredLines = fc
  .array(fc.record({ line: countedLine, file: fc.nat({ max: 3 }), place: fc.nat() }), {
    maxLength: 40,
  })
  .map((scattered) =>
    scattered.map(({ line, file, place }, index) => ({
      text: `${JSON.stringify({ ...line, uuid: `line-${index}`, timestamp: times[0] })}\n`,
      file,
      place,
    })),
  );

/** Ids from 4 on are a subagent's, which is either reported or beside; the input is the same on all lines. */
function responseLine(id: number, output: number, final: boolean, embedded: boolean): object {
  const model = id % 2 === 0 ? 'claude-opus-4-6' : 'claude-haiku-4-5';
  const counts = { input_tokens: id, output_tokens: output, cache_read_input_tokens: id * 100 };
  const stop = final ? 'end_turn' : null;
  const inner = { id: `m${id}`, model, content: [], stop_reason: stop, usage: counts };
  if (id < 4) return { type: 'assistant', message: inner };
  if (!embedded) return { type: 'assistant', isSidechain: true, agentId: 'a', message: inner };
  const data = {
    type: 'agent_progress',
    agentId: 'a',
    message: { type: 'assistant', message: inner },
  };
  return { type: 'progress', data };
}
