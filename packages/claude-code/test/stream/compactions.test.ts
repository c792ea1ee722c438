import { describe, expect, it } from '@jest/globals';
import {
  answer,
  boundary,
  init,
  prompt,
  result,
  status,
  toolResult,
  useTool,
} from '../fixtures/stream-messages.ts';
import { eventsOf } from '../support/facts.ts';
import { type Arrival, openStream, play, second } from '../support/play-stream.ts';

function compactionsOf(arrivals: readonly Arrival[]) {
  return eventsOf(play(arrivals).events, 'compaction');
}

describe('a compaction of a stream', () => {
  // post_tokens is another quantity: the size after it is the context of m2, 20 + 40,000.
  it('has the context of the next request after it, and what its boundary says', () => {
    const compactions = compactionsOf([
      [0, init()],
      [5, useTool('m1', 'Read', 't1', { cacheRead: 150_000 })],
      [6, toolResult('t1')],
      [7, boundary({ pre_tokens: 160_000, post_tokens: 1873, duration_ms: 17_516 })],
      [8, prompt('This session is being continued…', { isSynthetic: true })],
      [9, answer('m2', { input: 20, cacheRead: 40_000 })],
      [12, result()],
    ]);
    expect(compactions).toEqual([
      {
        type: 'compaction',
        at: second(7),
        knownAt: second(12),
        conversationId: 's1',
        processType: 'strategic',
        trigger: 'auto',
        outcome: 'success',
        tokensBefore: 160_000,
        tokensAfter: 40_020,
        durationSeconds: 17.516,
      },
    ]);
  });

  it.each([
    { told: 'its boundary', before: [], metadata: { duration_ms: 9000 }, seconds: 9 },
    {
      told: 'the word that it begins',
      before: [[2, status({ status: 'compacting' })]],
      metadata: {},
      seconds: 5,
    },
    {
      told: 'the word that it begins, of a manual one',
      before: [[2, status({ status: 'compacting' })]],
      metadata: { trigger: 'manual' },
      seconds: 5,
    },
    { told: 'what was heard before it', before: [], metadata: {}, seconds: 6 },
    {
      told: 'nothing, as a person may have waited before it',
      before: [],
      metadata: { trigger: 'manual' },
      seconds: undefined,
    },
    {
      told: 'no boundary that says 0',
      before: [],
      metadata: { trigger: 'manual', duration_ms: 0 },
      seconds: undefined,
    },
  ] as const)('lasted as long as $told tells', ({ before, metadata, seconds }) => {
    const compactions = compactionsOf([
      [0, init()],
      [1, answer('m1')],
      ...before,
      [7, boundary(metadata)],
      [9, answer('m2')],
      [10, result()],
    ]);
    expect(compactions).toMatchObject([{ durationSeconds: seconds }]);
    expect(compactions[0]?.durationSeconds).toBe(seconds);
  });

  it('knows how many responses lie since the one before it', () => {
    const compactions = compactionsOf([
      [0, init()],
      [1, boundary({})],
      [2, answer('m1')],
      [3, answer('m2')],
      [4, boundary({})],
      [5, answer('m3')],
      [6, result()],
    ]);
    expect(compactions.map(({ responsesSincePrevious }) => responsesSincePrevious)).toEqual([
      undefined,
      2,
    ]);
  });

  it('is not over a response that goes on behind it, nor over a subagent’s', () => {
    const compactions = compactionsOf([
      [0, init()],
      [1, answer('m1', { cacheRead: 150_000 })],
      [2, boundary({})],
      [3, answer('m1', { cacheRead: 150_000, output: 9 })],
      [4, answer('a1', { cacheRead: 7, parent: 't1' })],
      [5, answer('a2', { cacheRead: 8, parent: 't1' })],
      [6, answer('m2', { cacheRead: 30_000 })],
      [7, result()],
    ]);
    expect(compactions).toMatchObject([{ tokensAfter: 30_000 }]);
  });

  it('times the next request from its end', () => {
    const { events } = play([
      [0, init()],
      [60, boundary({})],
      [64, answer('m1')],
      [65, result()],
    ]);
    expect(eventsOf(events, 'response')).toMatchObject([{ durationSeconds: 4 }]);
  });

  // The words of Claude Code 2.1.270 around `/compact`, whose result is of no turn.
  it('on command is no turn, and is over with the next prompt', () => {
    const { events } = play([
      [0, status({ status: 'compacting' })],
      [17, status({ compact_result: 'success' })],
      [17, init()],
      [17, boundary({ trigger: 'manual', duration_ms: 17_000 })],
      [17, result({ local_command: 'compact', num_turns: 0, duration_ms: 17_810 })],
      [500, init()],
      [503, answer('m1', { cacheRead: 20_000 })],
      [504, result()],
    ]);
    expect(eventsOf(events, 'turn')).toHaveLength(1);
    expect(eventsOf(events, 'response')).toMatchObject([{ durationSeconds: 3 }]);
    expect(eventsOf(events, 'compaction')).toMatchObject([
      { trigger: 'manual', tokensAfter: 20_000, durationSeconds: 17, outcome: 'success' },
    ]);
  });

  it('that failed is an error, whose sizes nobody knows', () => {
    const compactions = compactionsOf([
      [0, status({ status: 'compacting' })],
      [8, status({ compact_result: 'failed', compact_error: 'Not enough messages' })],
    ]);
    expect(compactions).toEqual([
      {
        type: 'compaction',
        at: second(8),
        conversationId: 's1',
        processType: 'unknown',
        outcome: 'error',
        durationSeconds: 8,
      },
    ]);
  });

  it.each([
    ['the stream ends', undefined],
    ['the conversation is cleared', { type: 'conversation_reset', session_id: 's1' }],
  ])('has no size after it when %s before the next request', (_when, message) => {
    const { translator, delivery } = openStream();
    translator.translate(boundary({}), second(0));
    if (message !== undefined) translator.translate(message, second(1));
    else translator.end(second(1));
    const compactions = eventsOf(delivery.events, 'compaction');
    expect(compactions).toMatchObject([{ tokensBefore: 160_000 }]);
    expect(compactions[0]?.tokensAfter).toBeUndefined();
  });

  it('of a cleared conversation is no predecessor in the next', () => {
    const compactions = compactionsOf([
      [0, boundary({})],
      [1, { type: 'conversation_reset', session_id: 's1' }],
      [2, boundary({})],
      [3, answer('m1')],
      [4, result()],
    ]);
    expect(compactions.map(({ responsesSincePrevious }) => responsesSincePrevious)).toEqual([
      undefined,
      undefined,
    ]);
  });
});
