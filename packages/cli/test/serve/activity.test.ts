import { describe, expect, it } from '@jest/globals';
import type { AgentEvent } from '@turnscope/core';
import { countActivity } from '../../src/serve/activity.ts';

describe('countActivity', () => {
  it('passes everything on and counts events and turns', () => {
    const passed: unknown[] = [];
    const counter = countActivity(
      { record: (event) => passed.push(event), parseError: (reason) => passed.push(reason) },
      { now: () => 100 },
    );
    const turn: AgentEvent = { type: 'turn', conversationId: 'c', outcome: 'success', at: 7 };
    const start: AgentEvent = { type: 'process-start', kind: 'fresh', at: 5 };
    counter.sink.record(turn);
    counter.sink.record(start);
    counter.sink.parseError('json');
    expect(passed).toEqual([turn, start, 'json']);
    expect(counter.activity()).toEqual({ events: 2, turns: 1, lastAt: 7 });
  });

  it('does not believe a time that is to come', () => {
    const counter = countActivity({ record: () => {}, parseError: () => {} }, { now: () => 100 });
    counter.sink.record({ type: 'turn', conversationId: 'c', outcome: 'success', at: 101 });
    counter.sink.record({ type: 'turn', conversationId: 'c', outcome: 'success' });
    expect(counter.activity()).toEqual({ events: 2, turns: 2, lastAt: undefined });
  });
});
