import { describe, expect, it } from '@jest/globals';
import { EvaluationStage } from '../support/evaluation-stage.ts';
import {
  compactions,
  exchanges,
  type Recorded,
  responses,
  restarts,
  turns,
} from '../support/recorded.ts';

type Case = readonly [name: string, recorded: readonly Recorded[], firing: readonly string[]];

// Limits of chat, tactical. Twenty responses or ten turns are enough to judge; one fewer is not.
const cases: readonly Case[] = [
  // (14 + 6 / 2) / 20 = 0.85, the limit itself; (15 + 5 / 2) / 20 = 0.875
  [
    'slow responses at the warning limit',
    [responses(14, 1), responses(6, 3)],
    ['SlowResponses warning'],
  ],
  ['responses just above it', [responses(15, 1), responses(5, 3)], []],
  // (8 + 12 / 2) / 20 = 0.7; (9 + 11 / 2) / 20 = 0.725
  [
    'slow responses at the critical limit',
    [responses(8, 1), responses(12, 3)],
    ['SlowResponses critical', 'SlowResponses warning'],
  ],
  ['slow responses just above it', [responses(9, 1), responses(11, 3)], ['SlowResponses warning']],
  ['nineteen slow responses', [responses(19, 9)], []],

  // (7 + 3 / 2) / 10 = 0.85; (8 + 2 / 2) / 10 = 0.9
  ['slow turns at the warning limit', [turns(7, 1), turns(3, 3)], ['SlowTurns warning']],
  ['turns just above it', [turns(8, 1), turns(2, 3)], []],
  [
    'slow turns at the critical limit',
    [turns(4, 1), turns(6, 3)],
    ['SlowTurns critical', 'SlowTurns warning'],
  ],
  ['nine slow turns', [turns(9, 9)], []],

  // 9 / 10 is the limit itself; 18 / 19 is above
  [
    'failed turns at the warning limit',
    [turns(9, 1), turns(1, 1, 'error')],
    ['LowCompletion warning'],
  ],
  ['failed turns just below it', [turns(18, 1), turns(1, 1, 'error')], []],
  [
    'failed turns at the critical limit',
    [turns(8, 1), turns(2, 1, 'error')],
    ['LowCompletion critical', 'LowCompletion warning'],
  ],
  ['nine failed turns', [turns(9, 1, 'error')], []],
  ['interrupted turns', [turns(20, 1, 'interrupted')], []],

  // 1 × (4 + 6 / 2) / 10 = 0.7, of ten responses, which are too few for their own alert
  [
    'low efficiency at the warning limit',
    [turns(10, 1), responses(4, 1), responses(6, 3)],
    ['LowEfficiency warning'],
  ],
  // (5 + 5 / 2) / 10 = 0.75
  ['efficiency just above it', [turns(10, 1), responses(5, 1), responses(5, 3)], []],
  // 10 / 2 / 10 = 0.5
  [
    'low efficiency at the critical limit',
    [turns(10, 1), responses(10, 3)],
    ['LowEfficiency critical', 'LowEfficiency warning'],
  ],

  // 1 / 20; 1 / 21
  [
    'failed responses at the warning limit',
    [responses(19, 1), responses(1, 1, 'error')],
    ['ResponseErrors warning'],
  ],
  ['failed responses just below it', [responses(20, 1), responses(1, 1, 'error')], []],
  [
    'failed responses at the critical limit',
    [responses(16, 1), responses(4, 1, 'error')],
    ['ResponseErrors critical', 'ResponseErrors warning'],
  ],

  [
    'poor compression at the warning limit',
    [compactions(3, 0.4, 0.5)],
    ['PoorCompression warning'],
  ],
  ['compression just below it', [compactions(3, 0.39, 0.5)], []],
  [
    'poor compression at the critical limit',
    [compactions(3, 0.6, 0.5)],
    ['PoorCompression critical', 'PoorCompression warning'],
  ],
  ['two poor compressions', [compactions(2, 0.9, 0.5)], []],

  ['compactions as long as the limit', [compactions(3, 0.1, 1)], []],
  ['compactions a little longer', [compactions(3, 0.1, 1.01)], ['SlowCompaction warning']],
  [
    'compactions as long as the critical limit',
    [compactions(3, 0.1, 2)],
    ['SlowCompaction warning'],
  ],
  [
    'compactions longer than that',
    [compactions(3, 0.1, 2.01)],
    ['SlowCompaction critical', 'SlowCompaction warning'],
  ],

  // 2 / 4; 1 / 3
  [
    'thrash at the warning limit',
    [
      compactions(2, 0.1, 0.5, { responsesSincePrevious: 1 }),
      compactions(2, 0.1, 0.5, { responsesSincePrevious: 99 }),
    ],
    ['CompactionThrash warning'],
  ],
  [
    'thrash below it',
    [
      compactions(1, 0.1, 0.5, { responsesSincePrevious: 1 }),
      compactions(2, 0.1, 0.5, { responsesSincePrevious: 99 }),
    ],
    [],
  ],

  ['four restarts', [restarts(4)], []],
  ['five restarts', [restarts(5)], ['FrequentRestarts warning']],
  ['nine restarts', [restarts(9)], ['FrequentRestarts warning']],
  ['ten restarts', [restarts(10)], ['FrequentRestarts critical', 'FrequentRestarts warning']],

  // 4 / 5 with nothing frequent about three of four: 3 / 4 = 0.75, 2 / 4 = 0.5
  ['restarts that fail at times', [restarts(3), restarts(1, 'error')], ['FailingRestarts warning']],
  [
    'restarts of which half fail',
    [restarts(2), restarts(2, 'error')],
    ['FailingRestarts critical', 'FailingRestarts warning'],
  ],
  ['two restarts that fail', [restarts(2, 'error')], []],

  ['healthy work', [exchanges(100, 1), compactions(5, 0.2, 0.5), restarts(1)], []],
  ['nothing', [], []],
];

describe('alerts', () => {
  it.each(cases)('fire for %s', (_name, recorded, firing) => {
    const stage = new EvaluationStage();
    for (const record of recorded) record(stage.monitor);
    stage.pass(660);
    const names = stage.monitor
      .alerts()
      .map(({ name, severity, state }) => `${state} ${name.replace('Turnscope', '')} ${severity}`);
    expect(names.sort()).toEqual(firing.map((name) => `firing ${name}`).sort());
  });

  it('wait for as long as they say', () => {
    const stage = new EvaluationStage();
    turns(10, 9)(stage.monitor);
    stage.pass(15);
    expect(stage.monitor.alerts().map(({ state }) => state)).toEqual(['pending', 'pending']);
    stage.pass(285);
    expect(stage.changes).toEqual([]);
    stage.pass(15);
    expect(stage.changes).toEqual([
      'firing TurnscopeSlowTurns critical tactical',
      'firing TurnscopeSlowTurns warning tactical',
    ]);
  });

  it('resolve when the trouble has left the window and they were kept for a while', () => {
    const stage = new EvaluationStage();
    turns(10, 9)(stage.monitor);
    stage.pass(3600);
    expect(stage.monitor.alerts()).toHaveLength(2);
    // Now the window begins at the entry after the turns, and holds none: no value, not active.
    stage.pass(15 + 885);
    expect(stage.monitor.alerts()).toHaveLength(2);
    stage.pass(15);
    expect(stage.monitor.alerts()).toEqual([]);
    expect(stage.changes.slice(2)).toEqual([
      'resolved TurnscopeSlowTurns critical tactical',
      'resolved TurnscopeSlowTurns warning tactical',
    ]);
    expect(stage.monitor.resolvedAlerts()).toEqual(stage.heard.slice(2));
  });

  it('say that a warning is inhibited by the critical alert that fires with it', () => {
    const stage = new EvaluationStage();
    restarts(10)(stage.monitor);
    stage.pass(90);
    expect(stage.heard.map(({ severity, inhibited }) => [severity, inhibited])).toEqual([
      ['critical', false],
      ['warning', true],
    ]);
  });

  it('tell people what, how much, and beyond what', () => {
    const stage = new EvaluationStage();
    turns(8, 1)(stage.monitor);
    turns(2, 1, 'error')(stage.monitor);
    stage.pass(330);
    const [alert] = stage.heard;
    expect(alert).toMatchObject({
      name: 'TurnscopeLowCompletion',
      processType: 'tactical',
      signal: 'completion_ratio',
      window: '1h',
      value: 0.8,
      limit: 0.8,
      state: 'firing',
      summary: 'Turns of tactical agents end in errors.',
      description:
        '80 % of their turns ended well over 1h, at or below the limit of 80 %. Look at failed responses and their retries.',
    });
    expect((alert?.changedAt ?? 0) - (alert?.activeAt ?? 0)).toBe(300_000);
  });

  it('are apart for each process type, with its own limits', () => {
    const overrides = { reviewer: { turn_latency_score: { warning: 0.3, critical: 0.1 } } };
    const stage = new EvaluationStage({ thresholds: { overrides } });
    for (const processType of ['tactical', 'reviewer']) {
      // Strategic limits for a reviewer: 7 s is tolerable there, frustrating for tactical agents.
      for (let at = 0; at < 10; at += 1) {
        const conversationId = `c${at}`;
        stage.monitor.recordTurn({
          conversationId,
          processType,
          durationSeconds: 7,
          outcome: 'success',
        });
      }
    }
    stage.pass(330);
    expect(stage.monitor.alerts().map(({ processType }) => processType)).toEqual([
      'tactical',
      'tactical',
    ]);
  });

  it('remember a bounded number of alerts that resolved', () => {
    const stage = new EvaluationStage({ evaluation: { intervalSeconds: 300 } });
    for (let round = 0; round < 110; round += 1) {
      restarts(10)(stage.monitor);
      stage.clock.pass(300);
      stage.monitor.evaluate();
      stage.clock.pass(300);
      stage.monitor.evaluate();
      stage.clock.pass(4000);
      stage.monitor.evaluate();
      stage.clock.pass(300);
      stage.monitor.evaluate();
    }
    expect(stage.heard.filter(({ state }) => state === 'resolved').length).toBe(220);
    expect(stage.monitor.resolvedAlerts()).toHaveLength(200);
  });
});
