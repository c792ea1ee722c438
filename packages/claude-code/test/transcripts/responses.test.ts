import { describe, expect, it } from '@jest/globals';
import { TranscriptWriter, time } from '../fixtures/transcript-writer.ts';
import { eventsOf, factsOfEvents } from '../support/facts.ts';
import { readTranscripts } from '../support/read-transcripts.ts';
import { stageFolder } from '../support/stage-folder.ts';

const sonnet = 'claude-sonnet-4-5-20250929';

describe('responses', () => {
  // 0 prompt · 2 first block of m1, output 1 · 4 second block, output 40, final · 5 tool result ·
  // 8 only block of m2. m1: 4 - 0 = 4 s, context 10 + 500 + 90 = 600, output 40.
  // m2: 8 - 5 = 3 s, context 20 + 600 + 0 = 620, output 3 and nobody knows whether that is all.
  it('count once with the largest output, and are measured from the user side to their last line', async () => {
    const first = { input: 10, cacheRead: 500, cacheCreation: 90 };
    const transcript = new TranscriptWriter('s1')
      .prompt(0)
      .respond(2, 'm1', { ...first, output: 1 })
      .respond(4, 'm1', { ...first, output: 40, stop: 'tool_use' })
      .toolResult(5, 'toolu_1')
      .respond(8, 'm2', { input: 20, cacheRead: 600, output: 3 });
    const { events } = await readTranscripts(stageFolder({ 's1.jsonl': transcript.text }));
    expect(factsOfEvents(events)).toMatchObject({
      responses: { 'tactical success': 2 },
      responseDurations: { count: 2, milliseconds: 7000 },
      tokens: { input: 30, output: 43, cacheRead: 1100, cacheCreation: 90 },
      untrustedOutputs: 1,
    });
    const contexts = eventsOf(events, 'response-update').map((update) => update.contextTokens);
    expect(contexts.filter((context) => context !== undefined)).toEqual([600, 620]);
  });

  // The line before the response is injected (5 s); the user spoke at 1 s: 7 - 1 = 6 s.
  it('are measured past injected lines and failed attempts', async () => {
    const transcript = new TranscriptWriter('s1')
      .prompt(1)
      .user(5, 'Expanded command', { isMeta: true })
      .attempt(6, { status: 529 })
      .respond(7, 'm1');
    const { events } = await readTranscripts(stageFolder({ 's1.jsonl': transcript.text }));
    expect(factsOfEvents(events).responseDurations).toEqual({ count: 1, milliseconds: 6000 });
  });

  // Lines of one response out of order: the last by time is the one at 6 s.
  it('are measured to their latest line, wherever it stands', async () => {
    const transcript = new TranscriptWriter('s1').prompt(1).respond(6, 'm1').respond(4, 'm1');
    const { events } = await readTranscripts(stageFolder({ 's1.jsonl': transcript.text }));
    expect(factsOfEvents(events).responseDurations).toEqual({ count: 1, milliseconds: 5000 });
  });

  // A slice of a transcript: the parent of its first line is elsewhere.
  it('have no duration when nothing tells what they answered', async () => {
    const transcript = new TranscriptWriter('s1').respond(7, 'm1', {}, { parentUuid: 'elsewhere' });
    const { events } = await readTranscripts(stageFolder({ 's1.jsonl': transcript.text }));
    expect(factsOfEvents(events)).toMatchObject({
      responses: { 'tactical success': 1 },
      responseDurations: { count: 0 },
    });
  });

  // The top level sums both iterations, 1,900 tokens; the context is that of the last: 100 + 900.
  it('have the context of their last iteration and the tokens of all', async () => {
    const iterations = [
      { input_tokens: 50, cache_read_input_tokens: 850, cache_creation_input_tokens: 0 },
      { input_tokens: 100, cache_read_input_tokens: 900, cache_creation_input_tokens: 0 },
    ];
    const usage = { input: 150, cacheRead: 1750, output: 9, stop: 'end_turn', iterations };
    const transcript = new TranscriptWriter('s1').prompt(0).respond(3, 'm1', usage);
    const { events } = await readTranscripts(stageFolder({ 's1.jsonl': transcript.text }));
    expect(eventsOf(events, 'response-update').at(0)?.contextTokens).toBe(1000);
    expect(factsOfEvents(events).tokens).toEqual({ input: 150, cacheRead: 1750, output: 9 });
  });

  // A stop reason that is left out says no more than null.
  it('have an untrusted output when no line states a stop reason', async () => {
    const message = { id: 'm1', model: sonnet, content: [], usage: { output_tokens: 3 } };
    const transcript = new TranscriptWriter('s1').prompt(0).line(1, { type: 'assistant', message });
    const { events } = await readTranscripts(stageFolder({ 's1.jsonl': transcript.text }));
    expect(factsOfEvents(events).untrustedOutputs).toBe(1);
  });

  it.each([
    { gone: 'message id', fields: {}, known: true },
    { gone: 'message and request id', fields: { requestId: undefined }, known: true },
    {
      gone: 'message, request and line id',
      fields: { requestId: undefined, uuid: undefined },
      known: false,
    },
  ])('are told by what is left when the $gone is missing', async ({ fields, known }) => {
    const usage = { input_tokens: 5 };
    const message = { model: sonnet, content: [], usage };
    const transcript = new TranscriptWriter('s1')
      .prompt(0)
      .line(1, { type: 'assistant', requestId: 'req_1', message, ...fields });
    const folder = stageFolder({ 's1.jsonl': transcript.text });
    const { events, parseErrors } = await readTranscripts(folder);
    expect(factsOfEvents(events).tokens).toEqual(known ? { input: 5 } : {});
    expect(parseErrors).toEqual(known ? [] : ['missing_field']);
  });

  // 0 prompt · 2 m1 · 3 overloaded · 9 gave up. The failed response took 9 - 0 s and has the labels
  // of m1; it ends the turn, which had two responses and ran 9 s. The line at 20 is late: m2 counts,
  // but no second turn.
  it('that gave up are errors, with the labels before them, and end their turn', async () => {
    const transcript = new TranscriptWriter('s1')
      .prompt(0)
      .respond(2, 'm1', { model: 'claude-opus-4-6' })
      .attempt(3, { status: 529, error: { type: 'error' } })
      .giveUp(9)
      .respond(20, 'm2', { model: 'claude-opus-4-6' });
    const { events } = await readTranscripts(stageFolder({ 's1.jsonl': transcript.text }));
    expect(factsOfEvents(events)).toMatchObject({
      responses: { 'strategic success': 2, 'strategic error': 1 },
      turns: { 'user error': 1 },
      retries: 1,
    });
    expect(eventsOf(events, 'response').find(({ outcome }) => outcome === 'error')).toEqual({
      type: 'response',
      at: time(9),
      knownAt: time(9),
      conversationId: 's1',
      processType: 'strategic',
      model: 'claude-opus-4-6',
      outcome: 'error',
      durationSeconds: 9,
    });
    expect(eventsOf(events, 'turn')).toEqual([
      {
        type: 'turn',
        at: time(9),
        knownAt: time(9),
        conversationId: 's1',
        processType: 'strategic',
        model: 'claude-opus-4-6',
        initiator: 'user',
        outcome: 'error',
        durationSeconds: 9,
        activeDurationSeconds: undefined,
        responses: 2,
      },
    ]);
  });

  // Nothing answered before, so nobody knows which model failed.
  it('that gave up first are of an unknown process type', async () => {
    const transcript = new TranscriptWriter('s1').prompt(0).giveUp(30);
    const { events } = await readTranscripts(stageFolder({ 's1.jsonl': transcript.text }));
    expect(factsOfEvents(events)).toMatchObject({
      responses: { 'unknown error': 1 },
      tokens: {},
      turns: { 'user error': 1 },
      turnDurations: { count: 1, milliseconds: 30_000 },
    });
  });

  it.each([
    ['overloaded', { status: 529 }],
    ['rate_limit', { status: 429 }],
    ['server_error', { status: 500 }],
    ['unknown', { status: 401 }],
    ['unknown', {}],
    ['overloaded', { message: 'Overloaded', status: 529, connection: null, isNetworkDown: false }],
    ['connection', { message: 'fetch failed', connection: { code: 'ECONNRESET' } }],
    ['connection', { message: 'fetch failed', connection: null, isNetworkDown: true }],
  ])(
    'that failed once are retries for the reason %s when the error is %j',
    async (reason, error) => {
      const transcript = new TranscriptWriter('s1').prompt(0).attempt(1, error);
      const { events } = await readTranscripts(stageFolder({ 's1.jsonl': transcript.text }));
      expect(eventsOf(events, 'retry')).toMatchObject([{ reason, processType: 'unknown' }]);
    },
  );

  it('of Claude Code itself are none and touch no turn', async () => {
    const transcript = new TranscriptWriter('s1').prompt(0).respond(4, 'm1').resumeFiller(500);
    const { events } = await readTranscripts(stageFolder({ 's1.jsonl': transcript.text }));
    expect(factsOfEvents(events)).toMatchObject({
      responses: { 'tactical success': 1 },
      turnDurations: { count: 1, milliseconds: 4000 },
    });
  });
});
