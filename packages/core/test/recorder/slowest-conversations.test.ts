import { describe, expect, it } from '@jest/globals';
import type { SlowConversation } from '@turnscope/core';
import { SlowestConversations, slowestBetween } from '../../src/recorder/slowest-conversations.ts';
import { noon } from '../support/fake-clock.ts';

function slow(slowestTurnSeconds: number, lastAt = noon): SlowConversation {
  const conversationId = `${slowestTurnSeconds} s`;
  return {
    conversationId,
    processType: 'tactical',
    turns: 1,
    slowestTurnSeconds,
    turnSeconds: slowestTurnSeconds,
    lastAt,
  };
}

function secondsOf(conversations: readonly SlowConversation[]): readonly number[] {
  return conversations.map(({ slowestTurnSeconds }) => slowestTurnSeconds);
}

describe('the slowest conversations between two times', () => {
  it('begin with the slowest', () => {
    expect(secondsOf(slowestBetween([slow(2), slow(9), slow(5)], noon, noon))).toEqual([9, 5, 2]);
  });

  it('are ten at the most', () => {
    const many = Array.from({ length: 25 }, (_, at) => slow(at + 1));
    expect(secondsOf(slowestBetween(many, noon, noon))).toEqual([
      25, 24, 23, 22, 21, 20, 19, 18, 17, 16,
    ]);
  });

  it.each([
    ['at its start', noon - 10, true],
    ['at its end', noon + 10, true],
    ['before it', noon - 11, false],
    ['after it', noon + 11, false],
  ])('had their latest event in the window: %s', (_name, lastAt, isFound) => {
    expect(slowestBetween([slow(5, lastAt)], noon - 10, noon + 10)).toHaveLength(isFound ? 1 : 0);
  });
});

describe('what is kept of conversations that are over', () => {
  it('is bounded, and of many the slowest', () => {
    const kept = new SlowestConversations(3600);
    for (let seconds = 1; seconds <= 1000; seconds += 1) kept.add(slow(seconds), noon);
    expect(kept.all.length).toBeLessThan(400);
    const slowest = Array.from({ length: 200 }, (_, at) => 1000 - at);
    expect(secondsOf(kept.all)).toEqual(expect.arrayContaining(slowest));
  });

  it('does not hold one without a measured turn', () => {
    const kept = new SlowestConversations(3600);
    kept.add(slow(0), noon);
    expect(kept.all).toEqual([]);
  });

  it('holds what a report still reaches before what it does not', () => {
    const kept = new SlowestConversations(3600);
    const reached = noon - 3_600_000;
    for (let at = 0; at < 200; at += 1) kept.add(slow(500 + at, reached - 1), noon);
    for (let at = 0; at < 200; at += 1) kept.add(slow(1 + at, reached), noon);
    expect(Math.max(...secondsOf(kept.all))).toBe(200);
    expect(kept.all).toHaveLength(200);
  });
});
