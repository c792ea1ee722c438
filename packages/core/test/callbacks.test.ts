import { describe, expect, it } from '@jest/globals';
import type { Breach } from '@turnscope/core';
import { createMonitor } from './support/create-monitor.ts';
import { EvaluationStage } from './support/evaluation-stage.ts';
import { FakeClock, noon } from './support/fake-clock.ts';
import { read } from './support/read-series.ts';
import { restarts } from './support/recorded.ts';

const turn = { conversationId: 'c1', processType: 'tactical', outcome: 'success' } as const;

const failures = (monitor: Parameters<typeof read>[0], event: string) =>
  read(monitor, 'turnscope_callback_failures_total', { event });

describe('a listener of breaches', () => {
  it.each<
    [name: string, record: (monitor: ReturnType<typeof createMonitor>) => void, breach: object]
  >([
    [
      'a slow turn',
      (monitor) => monitor.recordTurn({ ...turn, durationSeconds: 4 }),
      { metric: 'turn_duration', severity: 'warning', value: 4, limit: 2 },
    ],
    [
      'a very slow response',
      (monitor) => monitor.recordResponse({ ...turn, durationSeconds: 40 }),
      { metric: 'response_duration', severity: 'critical', value: 40, limit: 5 },
    ],
    [
      'a compaction that saves little',
      (monitor) => monitor.recordCompaction({ ...turn, tokensBefore: 100, tokensAfter: 50 }),
      { metric: 'compaction_ratio', severity: 'warning', value: 0.5, limit: 0.4 },
    ],
    [
      'a slow compaction',
      (monitor) => monitor.recordCompaction({ ...turn, durationSeconds: 3 }),
      { metric: 'compaction_duration', severity: 'critical', value: 3, limit: 2 },
    ],
  ])('hears of %s at once', (_name, record, breach) => {
    const monitor = createMonitor();
    const heard: Breach[] = [];
    monitor.on('breach', (each) => heard.push(each));
    record(monitor);
    expect(heard).toEqual([{ ...breach, conversationId: 'c1', processType: 'tactical', at: noon }]);
  });

  it('hears nothing of events known for longer than five minutes', () => {
    const monitor = createMonitor();
    const heard: Breach[] = [];
    monitor.on('breach', (each) => heard.push(each));
    monitor.recordTurn({ ...turn, durationSeconds: 9, at: noon - 300_001 });
    expect(heard).toEqual([]);
    monitor.recordTurn({ ...turn, durationSeconds: 9, at: noon - 300_000 });
    monitor.recordTurn({ ...turn, durationSeconds: 9, at: noon - 400_000, knownAt: noon });
    expect(heard.map(({ at }) => at)).toEqual([noon - 300_000, noon - 400_000]);
  });

  it('hears nothing any more when it has had enough', () => {
    const monitor = createMonitor();
    const heard: Breach[] = [];
    const stop = monitor.on('breach', (each) => heard.push(each));
    monitor.recordTurn({ ...turn, durationSeconds: 9 });
    stop();
    stop();
    monitor.recordTurn({ ...turn, durationSeconds: 9 });
    expect(heard).toHaveLength(1);
  });

  it('that is added twice hears once', () => {
    const monitor = createMonitor();
    const heard: Breach[] = [];
    const listener = (each: Breach) => heard.push(each);
    monitor.on('breach', listener);
    monitor.on('breach', listener);
    monitor.recordTurn({ ...turn, durationSeconds: 9 });
    expect(heard).toHaveLength(1);
  });
});

describe('a listener that fails', () => {
  it('by throwing harms neither the recording nor the others, and is counted', () => {
    const monitor = createMonitor({ strict: true });
    const heard: Breach[] = [];
    monitor.on('breach', () => {
      throw new Error('broken');
    });
    monitor.on('breach', (each) => heard.push(each));
    monitor.recordTurn({ ...turn, durationSeconds: 9 });
    expect(heard).toHaveLength(1);
    expect(failures(monitor, 'breach')).toBe(1);
    const labels = { metric: 'turn_duration', severity: 'critical', process_type: 'tactical' };
    expect(read(monitor, 'turnscope_threshold_breaches_total', labels)).toBe(1);
  });

  it('by rejecting is counted', async () => {
    const stage = new EvaluationStage();
    stage.monitor.on('alert', () => Promise.reject(new Error('broken')));
    restarts(5)(stage.monitor);
    stage.pass(90);
    await Promise.resolve();
    expect(failures(stage.monitor, 'alert')).toBe(1);
  });

  it('by never answering holds up nobody', () => {
    const stage = new EvaluationStage();
    stage.monitor.on('alert', () => new Promise(() => {}));
    restarts(5)(stage.monitor);
    stage.pass(90);
    expect(stage.heard).toHaveLength(1);
    expect(failures(stage.monitor, 'alert')).toBe(0);
  });

  it('by recording again is no trouble', () => {
    const monitor = createMonitor();
    let heard = 0;
    monitor.on('breach', () => {
      heard += 1;
      if (heard < 5) monitor.recordTurn({ ...turn, durationSeconds: 9 });
    });
    monitor.recordTurn({ ...turn, durationSeconds: 9 });
    expect(heard).toBe(5);
  });

  it('by ending itself lets the next one hear', () => {
    const monitor = createMonitor();
    const heard: string[] = [];
    const stop = monitor.on('breach', () => {
      heard.push('first');
      stop();
    });
    monitor.on('breach', () => heard.push('second'));
    monitor.recordTurn({ ...turn, durationSeconds: 9 });
    monitor.recordTurn({ ...turn, durationSeconds: 9 });
    expect(heard).toEqual(['first', 'second', 'second']);
  });
});

describe('evaluation', () => {
  it('happens at a scrape when it is due, so that nobody needs a timer', () => {
    const clock = new FakeClock();
    const monitor = createMonitor({ clock });
    const evaluations = () => read(monitor, 'turnscope_evaluations_total');
    expect(evaluations()).toBe(1);
    clock.pass(14);
    expect(evaluations()).toBe(1);
    clock.pass(1);
    expect(evaluations()).toBe(2);
    expect(read(monitor, 'turnscope_last_evaluation_timestamp_seconds')).toBe(clock.now() / 1000);
  });

  it('happens when the clock was set back', () => {
    const clock = new FakeClock();
    const monitor = createMonitor({ clock });
    monitor.evaluate();
    clock.pass(-3600);
    expect(read(monitor, 'turnscope_evaluations_total')).toBe(2);
  });

  it('has happened when the monitor was made, so that all that was recorded since is in a report', () => {
    const clock = new FakeClock();
    const monitor = createMonitor({ clock });
    monitor.recordTurn({ conversationId: 'c1', outcome: 'success' });
    clock.pass(2);
    const { processTypes } = monitor.report({ seconds: 60 });
    expect(processTypes).toMatchObject([{ processType: 'unknown', turns: { success: 1 } }]);
  });

  it('happens for a report when the latest is over a second old', () => {
    const clock = new FakeClock();
    const monitor = createMonitor({ clock });
    const covered = (seconds: number) => {
      clock.pass(seconds);
      return monitor.report({ seconds: 60 }).window.covered?.to;
    };
    expect(covered(2)).toBe(noon + 2000);
    expect(covered(0.5)).toBe(noon + 2000);
    expect(covered(0.5)).toBe(noon + 3000);
  });

  it('shows what its memory takes, and the limit', () => {
    const stage = new EvaluationStage({ evaluation: { limitBytes: 65_536 } });
    stage.pass(3600);
    const bytes = read(stage.monitor, 'turnscope_evaluator_ring_bytes') ?? 0;
    expect(bytes).toBeGreaterThan(32_768);
    expect(bytes).toBeLessThanOrEqual(65_536);
    expect(read(stage.monitor, 'turnscope_evaluator_ring_limit_bytes')).toBe(65_536);
    expect(read(stage.monitor, 'turnscope_evaluator_ring_dropped_total')).toBeGreaterThan(0);
  });

  it('measures itself with the stopwatch', () => {
    let reading = 0;
    const stopwatch = { now: () => (reading += 5) };
    const monitor = createMonitor({ evaluation: { stopwatch } });
    expect(read(monitor, 'turnscope_evaluation_duration_seconds_total')).toBe(0.005);
  });

  it('is off with the monitor', () => {
    const monitor = createMonitor({ enabled: false });
    monitor.evaluate();
    expect(monitor.signals().every(({ value }) => value === undefined)).toBe(true);
    expect(monitor.alerts()).toEqual([]);
  });

  it.each([
    ['intervalSeconds', { intervalSeconds: 0 }],
    ['intervalSeconds', { intervalSeconds: 301 }],
    ['historySeconds', { historySeconds: 3599 }],
    ['limitBytes', { limitBytes: 100 }],
  ])('refuses a %s that makes no sense', (name, evaluation) => {
    expect(() => createMonitor({ evaluation })).toThrow(
      `evaluation.${name} must be a whole number`,
    );
  });
});
