import { describe, expect, it } from '@jest/globals';
import type { PerformanceMonitor, SignalName } from '@turnscope/core';
import { EvaluationStage } from '../support/evaluation-stage.ts';
import { read } from '../support/read-series.ts';
import {
  compactions,
  exchanges,
  type Recorded,
  responses,
  restarts,
  turns,
} from '../support/recorded.ts';

type Case = readonly [
  name: string,
  signal: SignalName,
  recorded: readonly Recorded[],
  value: number | undefined,
  samples: number,
];

// Limits of chat, tactical: responses and turns 2 s and 5 s, compactions 1 s and 2 s.
const cases: readonly Case[] = [
  // (6 + 2 / 2) / 10
  [
    'counts tolerated turns half',
    'turn_latency_score',
    [turns(6, 1), turns(2, 3), turns(2, 9)],
    0.7,
    10,
  ],
  ['counts the limit itself as satisfying', 'turn_latency_score', [turns(5, 2)], 1, 5],
  ['counts the critical limit itself as tolerable', 'turn_latency_score', [turns(5, 5)], 0.5, 5],
  ['says nothing of four turns', 'turn_latency_score', [turns(4, 1)], undefined, 4],
  [
    'leaves failed turns to completion',
    'turn_latency_score',
    [turns(5, 1), turns(9, 60, 'error')],
    1,
    5,
  ],
  ['leaves unmeasured turns out', 'turn_latency_score', [turns(5, undefined)], undefined, 0],

  // 9 / (9 + 1)
  [
    'is the share that ended well',
    'completion_ratio',
    [turns(9, 1), turns(1, 1, 'error')],
    0.9,
    10,
  ],
  [
    'takes no interrupt for a failure',
    'completion_ratio',
    [turns(5, 1), turns(5, 1, 'interrupted')],
    1,
    5,
  ],
  ['is 0 when nothing ended well', 'completion_ratio', [turns(5, 1, 'error')], 0, 5],
  [
    'says nothing of interrupts alone',
    'completion_ratio',
    [turns(9, 1, 'interrupted')],
    undefined,
    0,
  ],

  // 3 / (6 + 1 + 3)
  [
    'is the share of all turns',
    'interrupted_ratio',
    [turns(6, 1), turns(1, 1, 'error'), turns(3, 1, 'interrupted')],
    0.3,
    10,
  ],

  // completion 8 / 10, latency of responses (6 + 2 / 2) / 8 = 0.875: 0.8 × 0.875
  [
    'multiplies completion and response latency',
    'efficiency_score',
    [exchanges(6, 1), exchanges(2, 3), exchanges(2, 1, 'error')],
    0.7,
    10,
  ],
  ['has no value without response latencies', 'efficiency_score', [turns(9, 1)], undefined, 9],
  ['has no value without turns', 'efficiency_score', [responses(20, 1)], undefined, 0],
  [
    'has no value with too few responses',
    'efficiency_score',
    [turns(9, 1), responses(4, 1)],
    undefined,
    9,
  ],

  // rank 0.95 × 20 = 19 lies in the bucket from 10 s to 20 s, which holds 19 and 20: 10 + 10 × (19 - 18) / 2
  ['is interpolated within its bucket', 'turn_p95', [turns(18, 0.5), turns(2, 15)], 15, 20],
  ['takes failed turns too', 'turn_p95', [turns(20, 15, 'error')], 10 + 10 * 0.95, 20],

  // 10 × (100 + 20 + 300 + 80) / 10
  [
    'counts all types of tokens',
    'tokens_per_turn',
    [exchanges(10, 1, 'success', { input: 100, output: 20, cacheRead: 300, cacheCreation: 80 })],
    500,
    10,
  ],

  // (5 + 3 / 2) / 10
  [
    'counts tolerated responses half',
    'response_latency_score',
    [responses(5, 2), responses(3, 5), responses(2, 5.1)],
    0.65,
    10,
  ],
  ['says nothing of nine responses', 'response_latency_score', [responses(9, 1)], undefined, 9],

  // rank 9.5 of 10 in the bucket from 3 s to 4 s, which holds all: 3 + 0.95
  ['is interpolated within its bucket', 'response_p95', [responses(10, 3.5)], 3.95, 10],
  ['is interpolated within its bucket', 'response_p99', [responses(10, 3.5)], 3.99, 10],
  // beyond the last bound of the ladder
  ['is the last bound beyond it', 'response_p99', [responses(10, 1000)], 600, 10],

  // 1 / (19 + 1)
  [
    'is the share that failed',
    'response_error_ratio',
    [responses(19, 1), responses(1, 1, 'error'), responses(5, 1, 'interrupted')],
    0.05,
    20,
  ],

  // 300 / (100 + 300 + 100): output was not sent
  [
    'is the share of what was sent',
    'cache_hit_ratio',
    [responses(10, 1, 'success', { input: 100, output: 900, cacheRead: 300, cacheCreation: 100 })],
    0.6,
    10,
  ],
  ['has no value where nothing was sent', 'cache_hit_ratio', [responses(10, 1)], undefined, 10],

  // (0.2 + 0.6) / 2
  [
    'is the mean of the ratios',
    'compaction_ratio_mean',
    [compactions(1, 0.2, 1), compactions(1, 0.6, 1)],
    0.4,
    2,
  ],
  [
    'leaves unknown sizes out',
    'compaction_ratio_mean',
    [compactions(3, undefined, 1)],
    undefined,
    0,
  ],
  // (0.5 + 1.5 + 1.5 + 1.5) / 4
  [
    'is the mean of the durations',
    'compaction_duration_mean',
    [compactions(1, 0.2, 0.5), compactions(3, 0.2, 1.5)],
    1.25,
    4,
  ],

  // mean of 1 - 0.4 = 0.6 and 1 - 0.5 / 2 = 0.75
  [
    'is the mean of what is known',
    'compaction_effectiveness',
    [compactions(2, 0.4, 0.5)],
    0.675,
    2,
  ],
  // mean of 0.6, 0.75 and 1 of 4 preserved
  [
    'counts what was preserved where somebody looked',
    'compaction_effectiveness',
    [compactions(1, 0.4, 0.5, { preserved: true }), compactions(3, 0.4, 0.5, { preserved: false })],
    (0.6 + 0.75 + 0.25) / 3,
    4,
  ],
  // 1 - 3 is no worse than nothing saved, 1 - 10 / 2 no worse than too slow
  ['is not below 0', 'compaction_effectiveness', [compactions(1, 3, 10)], 0, 1],
  [
    'has no value without durations',
    'compaction_effectiveness',
    [compactions(2, 0.4, undefined)],
    undefined,
    2,
  ],
  [
    'has no value without sizes',
    'compaction_effectiveness',
    [compactions(2, undefined, 0.5)],
    undefined,
    0,
  ],

  // after 10 responses is rapid, after 11 it is not: 1 / 3
  [
    'is the share right after another',
    'compaction_thrash_ratio',
    [
      compactions(1, 0.2, 1, { responsesSincePrevious: 10 }),
      compactions(2, 0.2, 1, { responsesSincePrevious: 11 }),
    ],
    1 / 3,
    3,
  ],
  [
    'says nothing of two',
    'compaction_thrash_ratio',
    [compactions(2, 0.2, 1, { responsesSincePrevious: 1 })],
    undefined,
    2,
  ],
  ['leaves first ones out', 'compaction_thrash_ratio', [compactions(9, 0.2, 1)], undefined, 0],

  ['is a count', 'restarts_1h', [restarts(3), restarts(2, 'error')], 5, 5],
  ['is 0 where nothing was restarted', 'restarts_1h', [], 0, 0],
  // 3 / (3 + 2)
  [
    'is the share that succeeded',
    'restart_success_ratio',
    [restarts(3), restarts(2, 'error')],
    0.6,
    5,
  ],
  ['has no value without restarts', 'restart_success_ratio', [], undefined, 0],
];

function readingOf(signal: SignalName, recorded: readonly Recorded[]) {
  const stage = new EvaluationStage();
  for (const record of recorded) record(stage.monitor);
  stage.pass(15);
  return stage.reading(signal);
}

describe.each(groupBySignal())('%s', (signal, rows) => {
  it.each(rows)('%s', (...[, , recorded, value, samples]) => {
    const reading = readingOf(signal, recorded);
    expect(reading.samples).toBe(samples);
    if (value === undefined) expect(reading.value).toBeUndefined();
    else expect(reading.value).toBeCloseTo(value, 12);
  });
});

describe('a signal that no enabled source can measure', () => {
  it.each([
    ['has no value', ['transcripts'], undefined],
    ['has one once a source can', ['transcripts', 'processes'], 0],
  ] as const)('%s', (_name, sources, value) => {
    const stage = new EvaluationStage({ sources });
    stage.pass(60);
    expect(stage.reading('restarts_1h').value).toBe(value);
    const labels = {
      alert: 'TurnscopeFrequentRestarts',
      severity: 'warning',
      process_type: 'tactical',
      state: 'firing',
    };
    expect(read(stage.monitor, 'turnscope_alert_state', labels)).toBe(value);
  });
});

describe('signals about the adapter', () => {
  it('count what found no room for a row of its own', () => {
    const stage = new EvaluationStage({ rowLimit: 6 });
    const send = (monitor: PerformanceMonitor, model: string) =>
      monitor.recordResponse({
        conversationId: 'c',
        processType: 'tactical',
        model,
        outcome: 'success',
      });
    for (const model of ['a', 'b', 'c', 'c']) send(stage.monitor, model);
    stage.pass(15);
    expect(stage.reading('rows_overflowed_1h', '').value).toBe(2);
  });

  it('tell the longest silence of sources that know of living agents', () => {
    const stage = new EvaluationStage();
    const stream = stage.monitor.enableSource('stream');
    const processes = stage.monitor.enableSource('processes');
    stream.agentsLive(2);
    stage.pass(600);
    processes.agentsLive(1);
    stage.pass(60);
    expect(stage.reading('source_silence', '').value).toBe(660);
    const at = stage.clock.now();
    stream.record({ type: 'process-exit', reason: 'clean', at });
    stage.pass(15);
    expect(stage.reading('source_silence', '').value).toBe(75);
    stream.agentsLive(0);
    processes.agentsLive(0);
    stage.pass(15);
    expect(stage.reading('source_silence', '').value).toBeUndefined();
  });
});

function groupBySignal(): readonly (readonly [SignalName, readonly Case[]])[] {
  const names = [...new Set(cases.map(([, signal]) => signal))];
  return names.map((name) => [name, cases.filter(([, signal]) => signal === name)]);
}
