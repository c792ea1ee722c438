import { describe, expect, it } from '@jest/globals';
import { profiles } from '@turnscope/core';

/** DESIGN section 6 and the two that its alerts need, typed out: threshold, [warning, critical] of chat and of coding-agent. */
const tactical = [
  ['response_duration', [2, 5], [20, 45]],
  ['turn_duration', [2, 5], [300, 1200]],
  ['turn_latency_score', [0.85, 0.7], [0.85, 0.7]],
  ['response_latency_score', [0.85, 0.7], [0.85, 0.7]],
  ['completion_ratio', [0.9, 0.8], [0.9, 0.8]],
  ['efficiency_score', [0.7, 0.5], [0.7, 0.5]],
  ['compaction_ratio', [0.4, 0.6], [0.5, 0.7]],
  ['compaction_duration', [1, 2], [120, 240]],
  ['compaction_thrash_ratio', [0.5, 0.8], [0.5, 0.8]],
  ['response_error_ratio', [0.05, 0.2], [0.05, 0.2]],
  ['restarts_1h', [4.5, 9.5], [4.5, 9.5]],
  ['restart_success_ratio', [0.8, 0.5], [0.8, 0.5]],
] as const;
const strategic = [
  ['response_duration', [5, 10], [30, 60]],
  ['turn_duration', [5, 10], [600, 1800]],
  ['turn_latency_score', [0.85, 0.7], [0.85, 0.7]],
  ['response_latency_score', [0.85, 0.7], [0.85, 0.7]],
  ['completion_ratio', [0.9, 0.8], [0.9, 0.8]],
  ['efficiency_score', [0.7, 0.5], [0.7, 0.5]],
  ['compaction_ratio', [0.4, 0.6], [0.5, 0.7]],
  ['compaction_duration', [1, 2], [120, 240]],
  ['compaction_thrash_ratio', [0.5, 0.8], [0.5, 0.8]],
  ['response_error_ratio', [0.05, 0.2], [0.05, 0.2]],
  ['restarts_1h', [4.5, 9.5], [4.5, 9.5]],
  ['restart_success_ratio', [0.8, 0.5], [0.8, 0.5]],
] as const;

describe('profiles', () => {
  it.each(tactical)('limit %s of tactical processes', (name, chat, codingAgent) => {
    expect(Object.values(profiles.chat.tactical[name])).toEqual(chat);
    expect(Object.values(profiles['coding-agent'].tactical[name])).toEqual(codingAgent);
  });

  it.each(strategic)('limit %s of strategic processes', (name, chat, codingAgent) => {
    expect(Object.values(profiles.chat.strategic[name])).toEqual(chat);
    expect(Object.values(profiles['coding-agent'].strategic[name])).toEqual(codingAgent);
  });

  it('hold no other threshold', () => {
    const names = tactical.map(([name]) => name);
    for (const { tactical: own, strategic: others } of Object.values(profiles)) {
      expect(Object.keys(own).sort()).toEqual([...names].sort());
      expect(Object.keys(others).sort()).toEqual([...names].sort());
    }
  });
});
