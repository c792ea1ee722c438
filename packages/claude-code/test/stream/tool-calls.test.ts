import { describe, expect, it } from '@jest/globals';
import type { StreamOptions } from '../../src/index.ts';
import { init, toolResult, useTool } from '../fixtures/stream-messages.ts';
import { eventsOf } from '../support/facts.ts';
import { type Arrival, play, second } from '../support/play-stream.ts';

function callsOf(arrivals: readonly Arrival[], options?: StreamOptions) {
  return eventsOf(play([[0, init()], ...arrivals], options).events, 'tool-call');
}

describe('a tool call of a stream', () => {
  it('lasts from its use to its result', () => {
    const calls = callsOf([
      [1, useTool('m1', 'Bash', 't1')],
      [2, useTool('m1', 'Read', 't2')],
      [4, toolResult('t2')],
      [9, toolResult('t1')],
    ]);
    const labels = { type: 'tool-call', conversationId: 's1', processType: 'strategic' };
    expect(calls).toEqual([
      { ...labels, at: second(4), tool: 'Read', outcome: 'success', durationSeconds: 2 },
      { ...labels, at: second(9), tool: 'Bash', outcome: 'success', durationSeconds: 8 },
    ]);
  });

  it.each([
    ['success', {}],
    ['error', { is_error: true, content: 'Exit code 1' }],
    ['interrupted', { is_error: true, content: "The user doesn't want to proceed" }],
    ['interrupted', { is_error: true, tool_use_result: 'User rejected tool use' }],
    ['interrupted', { tool_use_result: { interrupted: true } }],
  ])('is %s when its result says %j', (outcome, said) => {
    const calls = callsOf([
      [1, useTool('m1', 'Bash', 't1')],
      [2, toolResult('t1', said)],
    ]);
    expect(calls).toMatchObject([{ outcome }]);
  });

  it('of an MCP server has one name, unless its own is asked for', () => {
    const arrivals: readonly Arrival[] = [
      [1, useTool('m1', 'mcp__jira__find', 't1')],
      [2, toolResult('t1')],
      [3, useTool('m2', 'mcp__jira__post', 't2')],
      [4, toolResult('t2')],
    ];
    const calls = callsOf(arrivals, { namedMcpTools: ['mcp__jira__post'] });
    expect(calls.map(({ tool }) => tool)).toEqual(['mcp', 'mcp__jira__post']);
  });

  it.each([
    ['without a result', [useTool('m1', 'Bash', 't1')], 0],
    ['without a use', [toolResult('t1')], 0],
    [
      'whose result comes twice',
      [useTool('m1', 'Bash', 't1'), toolResult('t1'), toolResult('t1')],
      1,
    ],
  ])('%s counts as often as it has both', (_what, messages, count) => {
    const arrivals = messages.map((message, at) => [at, message] as const);
    expect(callsOf(arrivals)).toHaveLength(count);
  });
});
