import { describe, expect, it } from '@jest/globals';
import {
  answer,
  haiku,
  init,
  opus,
  prompt,
  result,
  synthetic,
  toolResult,
  usage,
  useTool,
} from '../fixtures/stream-messages.ts';
import { eventsOf, factsOfEvents } from '../support/facts.ts';
import { play } from '../support/play-stream.ts';

describe('a subagent of a stream', () => {
  // 2 its prompt · 5 and 6 blocks of a1 · 7 its tool's result · 9 a2 · 10 the answer of the call that
  // started it, which completes a2. a1: 6 - 2 s, a2: 9 - 7 s. The result's 50 tokens are the main chain's.
  it('has responses of its own, timed by its own chain, in no turn', () => {
    const { events } = play([
      [0, init()],
      [1, useTool('m1', 'Task', 't1', { output: 4, stop: 'tool_use' })],
      [2, prompt('Look it up', {}, 't1')],
      [5, answer('a1', { model: haiku, output: 2, parent: 't1' })],
      [6, useTool('a1', 'Read', 't2', { model: haiku, output: 2, parent: 't1' })],
      [7, toolResult('t2', {}, 't1')],
      [9, answer('a2', { model: haiku, output: 3, stop: 'end_turn', parent: 't1' })],
      [10, toolResult('t1')],
      [14, answer('m2', { output: 6 })],
      [15, result({ usage: usage({ output: 50 }) })],
    ]);
    const responses = eventsOf(events, 'response');
    expect(responses.map((each) => [each.processType, each.model, each.durationSeconds])).toEqual([
      ['subagent', haiku, 4],
      ['subagent', haiku, 2],
      ['strategic', opus, 1],
      ['strategic', opus, 4],
    ]);
    expect(factsOfEvents(events)).toMatchObject({ tokens: { output: 55 }, untrustedOutputs: 1 });
    expect(eventsOf(events, 'turn')).toMatchObject([{ responses: 2, processType: 'strategic' }]);
    const tools = eventsOf(events, 'tool-call');
    expect(tools.map((each) => [each.tool, each.processType])).toEqual([
      ['Read', 'subagent'],
      ['Task', 'strategic'],
    ]);
  });

  it('stays a subagent where the process type of the stream is given', () => {
    const { events } = play(
      [
        [0, init()],
        [1, answer('m1')],
        [2, answer('a1', { parent: 't1' })],
        [3, result()],
      ],
      { processType: 'reviewer' },
    );
    expect(factsOfEvents(events).responses).toEqual({
      'reviewer success': 1,
      'subagent success': 1,
    });
  });

  it('that goes on in the background opens no turn', () => {
    const { events } = play([
      [0, init()],
      [1, answer('m1')],
      [2, result()],
      [8, answer('a1', { parent: 't1' })],
      [9, toolResult('t2', {}, 't1')],
    ]);
    expect(eventsOf(events, 'turn')).toHaveLength(1);
  });

  it('whose request failed for good has an error of its own', () => {
    const { events } = play([
      [0, init()],
      [1, answer('m1')],
      [2, prompt('Look it up', {}, 't1')],
      [7, { ...synthetic('API Error', { error: 'overloaded' }), parent_tool_use_id: 't1' }],
      [8, toolResult('t1')],
      [9, result()],
    ]);
    expect(eventsOf(events, 'response')[0]).toMatchObject({
      processType: 'subagent',
      outcome: 'error',
      durationSeconds: 5,
    });
    expect(eventsOf(events, 'turn')).toMatchObject([{ responses: 1, outcome: 'success' }]);
  });

  it('of which there are too many at a time is counted all the same', () => {
    const agents = Array.from({ length: 300 }, (_, agent) =>
      answer(`a${agent}`, { parent: `t${agent}` }),
    );
    const { events } = play([
      [0, init()],
      ...agents.map((message, at) => [at + 1, message] as const),
      [400, result()],
    ]);
    expect(factsOfEvents(events).responses).toEqual({ 'subagent success': 300 });
  });
});
