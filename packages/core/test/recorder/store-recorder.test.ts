import { describe, expect, it } from '@jest/globals';
import type { AgentEvent } from '@turnscope/core';
import { createMonitor } from '../support/create-monitor.ts';
import { noon } from '../support/fake-clock.ts';
import { movedBy } from '../support/read-series.ts';

type Case = readonly [name: string, event: AgentEvent, moved: Readonly<Record<string, number>>];

const inC1 = { conversationId: 'c1', processType: 'tactical' } as const;
const p = 'process_type=tactical';
const m = 'process_type=tactical,model=opus';

/** Each event alone, in the profile chat, with everything that it moves worked out by hand. */
const cases: readonly Case[] = [
  [
    'an exchange: a turn and a response',
    {
      ...inC1,
      type: 'exchange',
      model: 'opus',
      outcome: 'success',
      durationSeconds: 1.5,
      timeToFirstTokenSeconds: 0.3,
      contextTokens: 25_000,
      tokens: { input: 10, output: 20, cacheRead: 300, cacheCreation: 40 },
      costUsd: 0.25,
      untrustedOutput: true,
    },
    {
      [`turnscope_turns_total{${m},initiator=user,outcome=success}`]: 1,
      [`turnscope_turn_duration_seconds{${m},outcome=success} le=2`]: 1,
      [`turnscope_turn_duration_seconds{${m},outcome=success} sum`]: 1.5,
      [`turnscope_turn_latency_zone_total{${p},zone=satisfied}`]: 1,
      [`turnscope_turn_responses{${p}} le=1`]: 1,
      [`turnscope_turn_responses{${p}} sum`]: 1,
      [`turnscope_responses_total{${m},outcome=success}`]: 1,
      [`turnscope_response_duration_seconds{${m},outcome=success} le=2`]: 1,
      [`turnscope_response_duration_seconds{${m},outcome=success} sum`]: 1.5,
      [`turnscope_response_latency_zone_total{${p},zone=satisfied}`]: 1,
      [`turnscope_response_time_to_first_token_seconds{${m}} le=0.5`]: 1,
      [`turnscope_response_time_to_first_token_seconds{${m}} sum`]: 0.3,
      [`turnscope_responses_untrusted_output_total{${p}}`]: 1,
      [`turnscope_tokens_total{${m},type=input}`]: 10,
      [`turnscope_tokens_total{${m},type=output}`]: 20,
      [`turnscope_tokens_total{${m},type=cache_read}`]: 300,
      [`turnscope_tokens_total{${m},type=cache_creation}`]: 40,
      [`turnscope_context_size_tokens{${m}} le=30000`]: 1,
      [`turnscope_context_size_tokens{${m}} sum`]: 25_000,
      [`turnscope_cost_usd_total{${m}}`]: 0.25,
      [`turnscope_conversations_started_total{${p}}`]: 1,
      [`turnscope_conversations_active{${p}}`]: 1,
    },
  ],
  [
    'an exchange of which nothing is known but that it failed',
    { type: 'exchange', conversationId: 'c1', outcome: 'error' },
    {
      'turnscope_turns_total{process_type=unknown,model=unknown,initiator=user,outcome=error}': 1,
      'turnscope_responses_total{process_type=unknown,model=unknown,outcome=error}': 1,
      'turnscope_turn_responses{process_type=unknown} le=1': 1,
      'turnscope_turn_responses{process_type=unknown} sum': 1,
      'turnscope_conversations_started_total{process_type=unknown}': 1,
      'turnscope_conversations_active{process_type=unknown}': 1,
    },
  ],
  [
    'a turn of a task',
    {
      ...inC1,
      type: 'turn',
      model: 'opus',
      initiator: 'task',
      outcome: 'interrupted',
      durationSeconds: 4,
      activeDurationSeconds: 0.5,
      responses: 7,
    },
    {
      [`turnscope_turns_total{${m},initiator=task,outcome=interrupted}`]: 1,
      [`turnscope_turn_duration_seconds{${m},outcome=interrupted} le=5`]: 1,
      [`turnscope_turn_duration_seconds{${m},outcome=interrupted} sum`]: 4,
      [`turnscope_turn_active_duration_seconds{${p}} le=1`]: 1,
      [`turnscope_turn_active_duration_seconds{${p}} sum`]: 0.5,
      [`turnscope_turn_responses{${p}} le=10`]: 1,
      [`turnscope_turn_responses{${p}} sum`]: 7,
      [`turnscope_threshold_breaches_total{metric=turn_duration,severity=warning,${p}}`]: 1,
      [`turnscope_conversations_started_total{${p}}`]: 1,
      [`turnscope_conversations_active{${p}}`]: 1,
    },
  ],
  [
    'a response, which begins no conversation',
    { ...inC1, type: 'response', model: 'opus', outcome: 'success', durationSeconds: 0.5 },
    {
      [`turnscope_responses_total{${m},outcome=success}`]: 1,
      [`turnscope_response_duration_seconds{${m},outcome=success} le=0.5`]: 1,
      [`turnscope_response_duration_seconds{${m},outcome=success} sum`]: 0.5,
      [`turnscope_response_latency_zone_total{${p},zone=satisfied}`]: 1,
    },
  ],
  [
    'what became known of a response later, which counts none',
    {
      ...inC1,
      type: 'response-update',
      model: 'opus',
      outcome: 'error',
      durationSeconds: 1,
      tokens: { output: 5 },
    },
    {
      [`turnscope_response_duration_seconds{${m},outcome=error} le=1`]: 1,
      [`turnscope_response_duration_seconds{${m},outcome=error} sum`]: 1,
      [`turnscope_tokens_total{${m},type=output}`]: 5,
    },
  ],
  [
    'a retry',
    { ...inC1, type: 'retry', reason: 'rate_limit' },
    { [`turnscope_response_retries_total{${p},reason=rate_limit}`]: 1 },
  ],
  [
    'a tool call',
    { ...inC1, type: 'tool-call', tool: 'Bash', outcome: 'error', durationSeconds: 3 },
    {
      'turnscope_tool_calls_total{tool=Bash,outcome=error}': 1,
      'turnscope_tool_call_duration_seconds{tool=Bash,outcome=error} le=5': 1,
      'turnscope_tool_call_duration_seconds{tool=Bash,outcome=error} sum': 3,
    },
  ],
  [
    'a compaction',
    {
      ...inC1,
      type: 'compaction',
      trigger: 'manual',
      outcome: 'success',
      tokensBefore: 160_000,
      tokensAfter: 40_000,
      durationSeconds: 1,
      preserved: false,
      responsesSincePrevious: 10,
    },
    {
      [`turnscope_compactions_total{${p},trigger=manual,outcome=success}`]: 1,
      [`turnscope_compaction_ratio{${p},trigger=manual} le=0.25`]: 1,
      [`turnscope_compaction_ratio{${p},trigger=manual} sum`]: 0.25,
      [`turnscope_compaction_duration_seconds{${p},trigger=manual} le=1`]: 1,
      [`turnscope_compaction_duration_seconds{${p},trigger=manual} sum`]: 1,
      [`turnscope_compaction_tokens_total{${p},trigger=manual,stage=before}`]: 160_000,
      [`turnscope_compaction_tokens_total{${p},trigger=manual,stage=after}`]: 40_000,
      [`turnscope_compactions_preserved_total{${p},preserved=false}`]: 1,
      [`turnscope_compaction_refills_total{${p},pace=rapid}`]: 1,
    },
  ],
  [
    'a compaction of which nothing is known',
    { ...inC1, type: 'compaction', outcome: 'interrupted' },
    { [`turnscope_compactions_total{${p},trigger=auto,outcome=interrupted}`]: 1 },
  ],
  [
    'a start of a process',
    { processType: 'tactical', type: 'process-start', kind: 'resume', startupSeconds: 0.2 },
    {
      [`turnscope_process_starts_total{${p},kind=resume}`]: 1,
      [`turnscope_process_startup_duration_seconds{${p}} le=0.25`]: 1,
      [`turnscope_process_startup_duration_seconds{${p}} sum`]: 0.2,
    },
  ],
  [
    'an exit of a process',
    { processType: 'tactical', type: 'process-exit', reason: 'hang' },
    { [`turnscope_process_exits_total{${p},reason=hang}`]: 1 },
  ],
  [
    'a restart of a process, which is no start',
    { processType: 'tactical', type: 'restart', reason: 'crash', outcome: 'error' },
    { [`turnscope_restarts_total{${p},reason=crash,outcome=error}`]: 1 },
  ],
  [
    'the start of a conversation',
    { ...inC1, type: 'conversation-start' },
    {
      [`turnscope_conversations_started_total{${p}}`]: 1,
      [`turnscope_conversations_active{${p}}`]: 1,
    },
  ],
  ['the end of an unknown conversation', { type: 'conversation-end', conversationId: 'c1' }, {}],
];

describe('recording', () => {
  it.each(cases)('moves the right series for %s', (_name, event, moved) => {
    const monitor = createMonitor({ strict: true });
    expect(movedBy(monitor, () => monitor.record(event))).toEqual(moved);
  });

  it.each(cases)('moves twice as much when it happens twice: %s', (_name, event, moved) => {
    const monitor = createMonitor({ strict: true });
    monitor.record(event);
    const once = Object.entries(moved).filter(([key]) => !key.includes('_conversations_'));
    expect(movedBy(monitor, () => monitor.record(event))).toEqual(Object.fromEntries(once));
  });

  it('leaves the event as it was', () => {
    const monitor = createMonitor({ strict: true });
    for (const [, event] of cases) {
      const frozen = Object.freeze({ ...event, at: noon });
      expect(() => monitor.record(frozen)).not.toThrow();
    }
  });
});
