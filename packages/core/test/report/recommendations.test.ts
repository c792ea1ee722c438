import { describe, expect, it } from '@jest/globals';
import type { AgentEvent, Recommendation } from '@turnscope/core';
import { createMonitor } from '../support/create-monitor.ts';
import { FakeClock } from '../support/fake-clock.ts';

type Events = readonly AgentEvent[];

/** What is recommended after these events, a list for each half hour. */
function recommendAfter(...halfHours: readonly Events[]): readonly Recommendation[] {
  const clock = new FakeClock();
  const monitor = createMonitor({ clock });
  monitor.evaluate();
  for (const events of halfHours) {
    clock.pass(900);
    for (const event of events) monitor.record(event);
    clock.pass(900);
    monitor.evaluate();
  }
  return monitor.report({ seconds: halfHours.length * 1800 }).recommendations;
}

function times(count: number, event: AgentEvent): Events {
  return Array.from({ length: count }, () => event);
}

function turns(success: number, error: number, processType = 'tactical'): Events {
  const turn = { type: 'turn', conversationId: 'c1', processType } as const;
  return [
    ...times(success, { ...turn, outcome: 'success' }),
    ...times(error, { ...turn, outcome: 'error' }),
  ];
}

function restarts(count: number): Events {
  return times(count, {
    type: 'restart',
    processType: 'tactical',
    reason: 'crash',
    outcome: 'success',
  });
}

function compactions(count: number, tokensAfter: number): Events {
  const sizes = { tokensBefore: 100, tokensAfter };
  return times(count, {
    ...{ type: 'compaction', conversationId: 'c1', processType: 'tactical', outcome: 'success' },
    ...sizes,
  });
}

function namesOf(recommendations: readonly Recommendation[]): readonly string[] {
  return recommendations.map(({ alert, severity }) => `${alert} ${severity}`);
}

describe('a recommendation', () => {
  it.each<[name: string, events: Events, expected: readonly string[]]>([
    ['nothing happened', [], []],
    ['nothing is wrong', [...turns(20, 1), ...compactions(3, 10), ...restarts(1)], []],
    ['completion is above the limit', turns(91, 9), []],
    ['completion is at the warning limit', turns(9, 1), ['TurnscopeLowCompletion warning']],
    ['completion is above the critical limit', turns(81, 19), ['TurnscopeLowCompletion warning']],
    ['completion is at the critical limit', turns(8, 2), ['TurnscopeLowCompletion critical']],
    ['every turn of too few failed', turns(0, 9), []],
    ['compactions save enough', compactions(3, 39), []],
    [
      'compactions are at the warning limit',
      compactions(3, 40),
      ['TurnscopePoorCompression warning'],
    ],
    [
      'compactions are at the critical limit',
      compactions(3, 60),
      ['TurnscopePoorCompression critical'],
    ],
    ['too few compactions save nothing', compactions(2, 100), []],
    ['restarts are few', restarts(4), []],
    ['restarts are too many', restarts(5), ['TurnscopeFrequentRestarts warning']],
    ['restarts are a warning still', restarts(9), ['TurnscopeFrequentRestarts warning']],
    ['restarts are far too many', restarts(10), ['TurnscopeFrequentRestarts critical']],
  ])('when %s', (_name, events, expected) => {
    expect(namesOf(recommendAfter(events))).toEqual(expected);
  });

  it('carries the numbers that led to it', () => {
    expect(recommendAfter(turns(8, 2))).toEqual([
      {
        alert: 'TurnscopeLowCompletion',
        severity: 'critical',
        processType: 'tactical',
        signal: 'completion_ratio',
        value: 0.8,
        limit: 0.8,
        samples: 10,
        summary: 'Turns of tactical agents end in errors.',
        description:
          '80 % of their turns ended well over 30m, at or below the limit of 80 %. Look at failed responses and their retries.',
      },
    ]);
  });

  it('comes before another that is less bad', () => {
    const events = [
      ...turns(9, 1, 'strategic'),
      ...restarts(5),
      ...turns(5, 5),
      ...compactions(3, 60),
    ];
    expect(namesOf(recommendAfter(events))).toEqual([
      'TurnscopeLowCompletion critical',
      'TurnscopePoorCompression critical',
      'TurnscopeLowCompletion warning',
      'TurnscopeFrequentRestarts warning',
    ]);
  });

  it('is made for each process type by itself', () => {
    const found = recommendAfter([
      ...turns(9, 1, 'mine'),
      ...turns(10, 0),
      ...turns(0, 10, 'yours'),
    ]);
    expect(found.map(({ processType, severity }) => [processType, severity])).toEqual([
      ['yours', 'critical'],
      ['mine', 'warning'],
    ]);
  });

  it('is made once for a ratio over the whole window, in which a bad hour may not matter', () => {
    expect(namesOf(recommendAfter(turns(5, 5), [], [], turns(990, 0)))).toEqual([]);
  });

  it('judges a count by the hour, however long the window is', () => {
    // Twelve in four hours, at the most four in one of them.
    const steady = [restarts(2), restarts(2), restarts(1), restarts(1)];
    expect(namesOf(recommendAfter(...steady, ...steady))).toEqual([]);
    const burst = recommendAfter([], restarts(5), [], [], restarts(3), [], [], []);
    expect(burst).toMatchObject([
      { alert: 'TurnscopeFrequentRestarts', severity: 'warning', value: 5, samples: 5 },
    ]);
  });

  it('tells the worst hour of a count', () => {
    const found = recommendAfter(restarts(12), [], restarts(5), [], restarts(6), []);
    expect(found).toMatchObject([{ severity: 'critical', value: 12 }]);
  });

  it('about the adapter belongs to no process type', () => {
    const clock = new FakeClock();
    const monitor = createMonitor({ clock, rowLimit: 1 });
    monitor.evaluate();
    for (const model of ['a', 'b', 'c']) {
      monitor.recordResponse({ conversationId: 'c1', model, outcome: 'success' });
    }
    clock.pass(60);
    expect(monitor.report({ seconds: 60 }).recommendations).toMatchObject([
      { alert: 'TurnscopeRowsOverflowing', processType: null, value: 3 },
    ]);
  });
});
