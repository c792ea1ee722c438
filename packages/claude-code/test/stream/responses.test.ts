import { describe, expect, it } from '@jest/globals';
import {
  answer,
  begin,
  ending,
  haiku,
  init,
  opus,
  piece,
  prompt,
  result,
  retry,
  stop,
  synthetic,
  toolResult,
  usage,
  useTool,
} from '../fixtures/stream-messages.ts';
import { eventsOf, factsOfEvents } from '../support/facts.ts';
import { type Arrival, openStream, play, second } from '../support/play-stream.ts';

function responsesOf(arrivals: readonly Arrival[]) {
  return eventsOf(play(arrivals).events, 'response');
}

describe('a response of a stream', () => {
  // 0 the turn begins · 3 and 5 blocks of m1 · 6 the tool's result · 9 m2, which completes m1.
  // m1: 5 - 0 s, context 10 + 500 + 90; m2 is complete with the result: 9 - 6 s, context 20 + 600.
  it('counts once with its last usage, from what it answers to its last block', () => {
    const first = { input: 10, cacheRead: 500, cacheCreation: 90 };
    const { events } = play([
      [0, init()],
      [3, answer('m1', { ...first, output: 1 })],
      [5, useTool('m1', 'Bash', 't1', { ...first, output: 40, stop: 'tool_use' })],
      [6, toolResult('t1')],
      [9, answer('m2', { input: 20, cacheRead: 600, output: 3, stop: 'end_turn' })],
      [10, result()],
    ]);
    expect(eventsOf(events, 'response')).toEqual([
      {
        type: 'response',
        at: second(5),
        knownAt: second(9),
        conversationId: 's1',
        processType: 'strategic',
        model: opus,
        outcome: 'success',
        durationSeconds: 5,
        contextTokens: 600,
        tokens: { input: 10, output: 40, cacheRead: 500, cacheCreation: 90 },
      },
      {
        type: 'response',
        at: second(9),
        knownAt: second(10),
        conversationId: 's1',
        processType: 'strategic',
        model: opus,
        outcome: 'success',
        durationSeconds: 3,
        contextTokens: 620,
        tokens: { input: 20, output: 3, cacheRead: 600, cacheCreation: 0 },
      },
    ]);
  });

  it('stays open while results of its first tools come between its blocks', () => {
    const responses = responsesOf([
      [0, init()],
      [2, useTool('m1', 'Read', 't1')],
      [3, toolResult('t1')],
      [4, useTool('m1', 'Read', 't2', { output: 9, stop: 'tool_use' })],
      [5, result()],
    ]);
    expect(responses).toMatchObject([{ durationSeconds: 4, tokens: { output: 9 } }]);
  });

  it('counts what a message that comes late says more, and nothing twice', () => {
    const { events } = play([
      [0, init()],
      [1, answer('m1', { input: 5, output: 1 })],
      [2, answer('m2', { output: 2, stop: 'end_turn' })],
      [3, answer('m1', { input: 5, output: 7, stop: 'tool_use' })],
      [4, answer('m1', { input: 5, output: 7, stop: 'tool_use' })],
      [5, result({ usage: usage({ output: 9 }) })],
    ]);
    expect(factsOfEvents(events)).toMatchObject({
      responses: { 'strategic success': 2 },
      tokens: { input: 5, output: 9 },
    });
  });

  it.each([
    ['what the agent says of its own time', { timestamp: '2020-01-01T00:00:00Z' }],
    ['nothing else', {}],
  ])('is timed by its arrival, whatever the message says: %s', (_what, extra) => {
    const responses = responsesOf([
      [0, init()],
      [3, answer('m1', { extra })],
      [4, result()],
    ]);
    expect(responses).toMatchObject([{ at: second(3), durationSeconds: 3 }]);
  });

  it('has no duration when it arrives together with what it answers', () => {
    const responses = responsesOf([
      [3, init()],
      [3, answer('m1')],
      [3, result()],
    ]);
    expect(responses.map(({ durationSeconds }) => durationSeconds)).toEqual([undefined]);
  });

  it('has no duration when nothing tells what it answers', () => {
    const responses = responsesOf([
      [0, init()],
      [1, answer('m1')],
      [2, result()],
      [900, answer('m2')],
      [901, result()],
    ]);
    expect(responses.map(({ durationSeconds }) => durationSeconds)).toEqual([1, undefined]);
  });

  it('is told by what is left when the message has no id', () => {
    const message = { model: opus, content: [], usage: { input_tokens: 5 } };
    const line = { ...answer('m1'), message };
    const { events, parseErrors } = play([
      [0, init()],
      [1, { ...line, request_id: 'req_1' }],
      [2, { ...line, request_id: 'req_1' }],
      [3, { ...line, uuid: 'u1' }],
      [4, line],
      [5, result()],
    ]);
    expect(factsOfEvents(events).tokens).toEqual({ input: 10 });
    expect(parseErrors).toEqual(['missing_field']);
  });

  it.each([
    ['a flag', synthetic('Not logged in', { is_api_error_message: true })],
    ['an error', synthetic('Not logged in', { error: 'authentication_failed' })],
    ['its words alone', synthetic('API Error: 500 {"type":"error"}')],
  ])('that gave up is an error with the labels before it, told by %s', (_how, failed) => {
    const responses = responsesOf([
      [0, init()],
      [1, answer('m1')],
      [2, prompt('Go on')],
      [9, failed],
      [9, result({ is_error: true })],
    ]);
    const labels = { processType: 'strategic', model: opus, conversationId: 's1' };
    expect(responses[1]).toEqual({
      type: 'response',
      at: second(9),
      ...labels,
      outcome: 'error',
      durationSeconds: 7,
    });
  });

  it.each(['No response requested.', '## Context usage', ''])(
    'is none where Claude Code itself says %j',
    (text) => {
      const responses = responsesOf([
        [0, init()],
        [1, synthetic(text)],
        [2, result()],
      ]);
      expect(responses).toEqual([]);
    },
  );

  it.each([
    ['overloaded', { error_status: 529, error: 'overloaded' }],
    ['rate_limit', { error_status: 429, error: 'rate_limit' }],
    ['server_error', { error_status: 500, error: 'server_error' }],
    ['overloaded', { error_status: 529, error: 'unknown' }],
    ['rate_limit', { error_status: 429, error: 'unknown' }],
    ['server_error', { error_status: 503, error: undefined }],
    ['connection', { error_status: null, error: 'unknown' }],
    ['connection', { error_status: undefined, error: 'unknown', no_response: { waited_ms: 9 } }],
    ['unknown', { error_status: 401, error: 'authentication_failed' }],
    ['unknown', { error_status: undefined, error: undefined }],
  ])('that failed once is a retry for the reason %s when the message says %j', (reason, said) => {
    const { events } = play([
      [0, init()],
      [1, retry(said)],
    ]);
    expect(eventsOf(events, 'retry')).toEqual([
      { type: 'retry', at: second(1), conversationId: 's1', processType: 'unknown', reason },
    ]);
  });
});

describe('the output tokens of a turn', () => {
  const turn = (said: Parameters<typeof answer>[1], told: object): readonly Arrival[] => [
    [0, init()],
    [1, answer('m1', { model: haiku, output: 5, stop: 'tool_use' })],
    [2, answer('m2', said)],
    [3, result({ usage: told })],
  ];

  // Messages say 5 + 1; the result says 40, so 34 are missing.
  it('are those of its result, which its last response gets', () => {
    const { events } = play(turn({ output: 1 }, usage({ output: 40 })));
    const updates = eventsOf(events, 'response-update');
    expect(updates).toMatchObject([{ model: opus, outcome: 'success', tokens: { output: 34 } }]);
    expect(factsOfEvents(events)).toMatchObject({ tokens: { output: 40 }, untrustedOutputs: 0 });
  });

  const final = { output: 9, stop: 'end_turn' };
  it.each([
    {
      where: 'the result knows none',
      said: { output: 1 },
      told: usage({}),
      output: 6,
      untrusted: 1,
    },
    {
      where: 'the result says less',
      said: final,
      told: usage({ output: 2 }),
      output: 14,
      untrusted: 0,
    },
    { where: 'every message is final', said: final, told: usage({}), output: 14, untrusted: 0 },
    {
      where: 'the result is odd',
      said: { output: 1 },
      told: { output_tokens: '4' },
      output: 6,
      untrusted: 1,
    },
  ])('are those of its messages where $where', ({ said, told, output, untrusted }) => {
    const { events } = play(turn(said, told));
    const facts = factsOfEvents(events);
    expect(facts).toMatchObject({ tokens: { output }, untrustedOutputs: untrusted });
  });

  it('are not trusted where no result came', () => {
    const { translator, delivery } = openStream();
    translator.translate(init(), second(0));
    translator.translate(answer('m1', { output: 1 }), second(1));
    translator.end(second(2), 'error');
    expect(factsOfEvents(delivery.events)).toMatchObject({ untrustedOutputs: 1 });
  });
});

describe('a response in pieces', () => {
  // Requested at 0; the first piece at 2; its end at 6 tells the tokens, the message between does not.
  it('has a time to first token, and the tokens of its end', () => {
    const responses = responsesOf([
      [0, init()],
      [1, begin('m1', { input: 3, cacheRead: 100, output: 1 })],
      [2, piece()],
      [3, piece()],
      [5, answer('m1', { input: 3, cacheRead: 100, output: 1 })],
      [6, ending({ input: 3, cacheRead: 100, output: 55 })],
      [7, stop],
    ]);
    expect(responses).toEqual([
      {
        type: 'response',
        at: second(6),
        knownAt: second(7),
        conversationId: 's1',
        processType: 'strategic',
        model: opus,
        outcome: 'success',
        durationSeconds: 6,
        timeToFirstTokenSeconds: 2,
        contextTokens: 103,
        tokens: { input: 3, output: 55, cacheRead: 100, cacheCreation: 0 },
      },
    ]);
  });

  it.each([
    ['with its beginning', begin('m1', { extra: { ttft_ms: 729 } }), piece()],
    ['with its first piece', begin('m1'), piece({ ttft_ms: 729 })],
  ])('has the time to first token that the agent states %s', (_when, first, second) => {
    const responses = responsesOf([
      [0, init()],
      [1, first],
      [2, second],
      [3, piece({ ttft_ms: 9000 })],
      [4, stop],
    ]);
    expect(responses).toMatchObject([{ timeToFirstTokenSeconds: 0.729 }]);
  });

  it('measures a first token that the agent says came in no time', () => {
    const responses = responsesOf([
      [0, init()],
      [1, begin('m1', { extra: { ttft_ms: 0 } })],
      [2, piece({ ttft_ms: 'soon' })],
      [3, stop],
    ]);
    expect(responses).toMatchObject([{ timeToFirstTokenSeconds: 2 }]);
  });

  const cut: readonly Arrival[] = [
    [0, init()],
    [1, begin('m1', { input: 3, output: 1 })],
    [2, piece()],
  ];

  it.each([
    [
      'interrupted',
      result({ subtype: 'error_during_execution', terminal_reason: 'aborted_streaming' }),
    ],
    ['error', result({ is_error: true })],
    ['success', result()],
  ])('that had no end when its turn did is %s, as the turn', (outcome, end) => {
    expect(responsesOf([...cut, [3, end]])).toMatchObject([{ outcome, tokens: { input: 3 } }]);
  });

  it('was interrupted when its message says that it was cut', () => {
    const aborted = answer('m1', { extra: { aborted: true } });
    const responses = responsesOf([...cut, [3, aborted], [4, stop]]);
    expect(responses).toMatchObject([{ outcome: 'interrupted' }]);
  });

  it('that broke off before another attempt is an error, and the attempt a retry', () => {
    const { events } = play([
      ...cut,
      [3, retry()],
      [5, begin('m2')],
      [6, ending({ output: 4 })],
      [7, stop],
    ]);
    expect(factsOfEvents(events)).toMatchObject({
      responses: { 'strategic error': 1, 'strategic success': 1 },
      retries: 1,
    });
  });

  it('that broke off for good is one error', () => {
    const failed = synthetic('API Error', { is_api_error_message: true });
    expect(responsesOf([...cut, [3, failed], [4, result({ is_error: true })]])).toMatchObject([
      { outcome: 'error' },
    ]);
  });

  it.each([
    ['a piece', piece()],
    ['an end', ending({ output: 3 })],
    ['a stop', stop],
  ])('is not begun by %s alone', (_what, message) => {
    const { events, parseErrors } = play([
      [0, message],
      [1, result()],
    ]);
    expect(events.map(({ type }) => type)).toEqual(['turn']);
    expect(parseErrors).toEqual([]);
  });
});
