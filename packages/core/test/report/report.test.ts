import { describe, expect, it } from '@jest/globals';
import type { PerformanceMonitor } from '@turnscope/core';
import { createMonitor } from '../support/create-monitor.ts';
import { FakeClock, noon } from '../support/fake-clock.ts';
import { read } from '../support/read-series.ts';

const tactical = { conversationId: 'c1', processType: 'tactical', model: 'opus' } as const;
const tokens = { input: 100, output: 50, cacheRead: 300, cacheCreation: 0 };

/** Ten good exchanges, one of them tolerable only; two failed ones, one interrupted; a compaction, three restarts. */
function work(monitor: PerformanceMonitor): void {
  for (const durationSeconds of [1, 1, 1, 1, 1, 1, 1, 1, 1, 4]) {
    monitor.recordExchange({ ...tactical, outcome: 'success', durationSeconds, tokens });
  }
  for (const outcome of ['error', 'error', 'interrupted'] as const) {
    monitor.recordExchange({ ...tactical, conversationId: 'c2', outcome, tokens });
  }
  monitor.recordCompaction({
    ...{ conversationId: 'c1', processType: 'tactical', outcome: 'success' },
    ...{ tokensBefore: 1000, tokensAfter: 250, durationSeconds: 1, preserved: true },
  });
  for (const outcome of ['success', 'success', 'error'] as const) {
    monitor.recordRestart({ processType: 'tactical', reason: 'crash', outcome });
  }
}

/** Work in the second of four quarters of a minute. */
function worked() {
  const clock = new FakeClock();
  const monitor = createMonitor({ clock });
  monitor.evaluate();
  for (const each of [() => {}, work, () => {}, () => {}]) {
    clock.pass(15);
    each(monitor);
    monitor.evaluate();
  }
  return { clock, monitor };
}

describe('the report of some work', () => {
  const { monitor } = worked();
  const report = monitor.report({ seconds: 3600 });

  it('says what it covers', () => {
    expect(report).toMatchObject({ version: 1, profile: 'chat' });
    expect(report.window).toEqual({
      from: noon + 60_000 - 3_600_000,
      to: noon + 60_000,
      covered: { from: noon, to: noon + 60_000 },
    });
  });

  it('counts what happened, and only where something did', () => {
    expect(report.processTypes).toHaveLength(1);
    expect(report.processTypes[0]).toMatchObject({
      processType: 'tactical',
      turns: { success: 10, error: 2, interrupted: 1 },
      responses: { success: 10, error: 2, interrupted: 1 },
      tokens: { input: 1300, output: 650, cacheRead: 3900, cacheCreation: 0 },
      compactions: 1,
      restarts: { all: 3, succeeded: 2 },
    });
  });

  it.each([
    // (9 + 1 / 2) / 10: up to 2 s is satisfying, up to 5 s tolerable.
    ['turn_latency_score', 0.95, 10],
    ['response_latency_score', 0.95, 10],
    ['completion_ratio', 10 / 12, 12],
    ['interrupted_ratio', 1 / 13, 13],
    ['efficiency_score', (10 / 12) * 0.95, 12],
    // The tenth of ten at 0.95 is half way through the bucket from 2 to 5, and from 3 to 4.
    ['turn_p95', 3.5, 10],
    ['response_p95', 3.5, 10],
    ['response_p99', 3.9, 10],
    ['response_error_ratio', 2 / 12, 12],
    // 300 of 100 + 300 + 0.
    ['cache_hit_ratio', 0.75, 12],
    // 100 + 50 + 300.
    ['tokens_per_turn', 450, 13],
    ['compaction_ratio_mean', 0.25, 1],
    ['compaction_duration_mean', 1, 1],
    // 1 - 0.25, 1 - 1 / 2, kept.
    ['compaction_effectiveness', (0.75 + 0.5 + 1) / 3, 1],
    ['compaction_thrash_ratio', null, 0],
    ['restart_success_ratio', 2 / 3, 3],
  ] as const)('has %s', (signal, value, samples) => {
    const sampled = report.processTypes[0]?.signals[signal];
    expect(sampled?.samples).toBe(samples);
    if (value === null) expect(sampled?.value).toBeNull();
    else expect(sampled?.value).toBeCloseTo(value, 12);
  });

  it('grades it', () => {
    // 0.7917 of all 13 turns.
    expect(report.overall.score).toBeCloseTo((10 / 12) * 0.95, 12);
    expect(report.overall).toMatchObject({ grade: 'C', turns: 13 });
  });

  it('lists compactions and slow conversations', () => {
    expect(report.compactions).toMatchObject([
      { at: noon + 30_000, ratio: 0.25, effectiveness: (0.75 + 0.5 + 1) / 3 },
    ]);
    expect(report.slowestConversations).toEqual([
      {
        ...{ conversationId: 'c1', processType: 'tactical', turns: 10 },
        ...{ slowestTurnSeconds: 4, turnSeconds: 13, lastAt: noon + 30_000 },
      },
    ]);
  });

  it('sums up alerts', () => {
    const breach = { severity: 'warning', processType: 'tactical', count: 1 };
    expect(report.alerts.resolved).toEqual([]);
    expect(report.alerts.breaches).toEqual([
      { ...breach, metric: 'turn_duration' },
      { ...breach, metric: 'response_duration' },
    ]);
    // Two thirds of the restarts and five sixths of the turns.
    const found = report.alerts.active.map(({ name, state }) => `${name} ${state}`);
    expect(found).toEqual(['TurnscopeLowCompletion pending', 'TurnscopeFailingRestarts pending']);
  });

  it('recommends what to look at', () => {
    expect(report.recommendations.map(({ alert, severity }) => `${alert} ${severity}`)).toEqual([
      'TurnscopeLowCompletion warning',
      'TurnscopeFailingRestarts warning',
    ]);
  });

  it('has a trend for each signal, none of which can be told yet', () => {
    expect(report.trends).toHaveLength(16);
    expect(new Set(report.trends.map(({ direction }) => direction))).toEqual(
      new Set(['insufficient data']),
    );
  });

  it('says what Turnscope itself took', () => {
    expect(report.overhead).toMatchObject({
      ...{ evaluations: 5, evaluationSeconds: 0, ringLimitBytes: 8 * 1024 * 1024 },
      ...{ conversationsTracked: 2, scrapes: 0, scrapeSeconds: 0 },
    });
    expect(report.overhead.ringBytes).toBeGreaterThan(0);
    expect(report.overhead.rows).toBeGreaterThan(0);
  });
});

describe('a report', () => {
  it.each([
    ['before the work', 0, 15, 0],
    ['around the work', 15, 30, 13],
    ['after the work', 30, 60, 0],
    ['of a future', 120, 180, 0],
  ])('counts what happened in its window only: %s', (_name, from, to, turns) => {
    const { monitor } = worked();
    const report = monitor.report({ from: noon + from * 1000, to: noon + to * 1000 });
    expect(report.overall.turns).toBe(turns);
    expect(report.processTypes).toHaveLength(turns > 0 ? 1 : 0);
  });

  it('of a monitor that was evaluated once knows of nothing', () => {
    const report = createMonitor().report({ seconds: 60 });
    expect(report.window.covered).toBeNull();
    expect(report).toMatchObject({ processTypes: [], trends: [], recommendations: [] });
  });

  it('evaluates when that is due', () => {
    const { clock, monitor } = worked();
    work(monitor);
    expect(monitor.report({ seconds: 3600 }).overall.turns).toBe(13);
    clock.pass(15);
    expect(monitor.report({ seconds: 3600 }).overall.turns).toBe(26);
  });

  it('shows rising and falling signals', () => {
    const clock = new FakeClock();
    const monitor = createMonitor({ clock });
    for (let slot = 0; slot <= 12; slot += 1) {
      monitor.evaluate();
      for (let count = 0; count < 10; count += 1) {
        const outcome = count < slot / 2 ? 'error' : 'success';
        const input = 100 + slot;
        monitor.recordExchange({ ...tactical, outcome, tokens: { input } });
      }
      clock.pass(300);
    }
    clock.pass(-300);
    const { trends } = monitor.report({ seconds: 3600 });
    const trendOf = (name: string) => trends.find(({ signal }) => signal === name);
    expect(trendOf('completion_ratio')).toMatchObject({ direction: 'falling', slots: 12 });
    expect(trendOf('tokens_per_turn')).toMatchObject({ direction: 'rising', slots: 12 });
    // One token more in each five minutes.
    expect(trendOf('tokens_per_turn')?.slopePerHour).toBeCloseTo(12, 9);
    expect(trendOf('interrupted_ratio')).toMatchObject({ direction: 'stable', slopePerHour: 0 });
  });

  it('is told to listeners, and one that throws harms nobody', async () => {
    const { monitor } = worked();
    const heard: unknown[] = [];
    monitor.on('report', () => {
      throw new Error('not mine');
    });
    monitor.on('report', () => Promise.reject(new Error('not mine either')));
    const end = monitor.on('report', (report) => heard.push(report));
    const report = monitor.report({ seconds: 3600 });
    end();
    monitor.report({ seconds: 60 });
    await Promise.resolve();
    expect(heard).toEqual([report]);
    expect(heard[0]).toBe(report);
    expect(read(monitor, 'turnscope_callback_failures_total', { event: 'report' })).toBe(4);
  });

  it('refuses a range that makes no sense, and tells nobody', () => {
    const monitor = createMonitor();
    const heard: unknown[] = [];
    monitor.on('report', (report) => heard.push(report));
    expect(() => monitor.report({ seconds: -1 })).toThrow(RangeError);
    expect(heard).toEqual([]);
  });

  it('of a monitor that is off is empty', () => {
    const report = createMonitor({ enabled: false }).report({ seconds: 60 });
    expect(report).toMatchObject({ processTypes: [], compactions: [], recommendations: [] });
  });
});
