import { describe, expect, it } from '@jest/globals';
import { createMonitor } from '../support/create-monitor.ts';
import { EvaluationStage } from '../support/evaluation-stage.ts';
import { FakeClock, noon } from '../support/fake-clock.ts';
import { read } from '../support/read-series.ts';

/** Ten slow turns of tactical agents that happened, and could be known, so many seconds ago. */
function recordTurns(stage: EvaluationStage, happened: number, known: number | undefined): void {
  const now = stage.clock.now();
  for (let at = 0; at < 10; at += 1) {
    stage.monitor.recordTurn({
      conversationId: `c${at}`,
      processType: 'tactical',
      outcome: 'success',
      durationSeconds: 9,
      at: now - happened * 1000,
      knownAt: known === undefined ? undefined : now - known * 1000,
    });
  }
}

const counted = (stage: EvaluationStage) =>
  read(stage.monitor, 'turnscope_turn_latency_zone_total', {
    process_type: 'tactical',
    zone: 'frustrated',
  });

describe('events that come late', () => {
  it.each([
    ['now', 0, undefined, 10],
    ['two evaluation intervals ago', 30, undefined, 10],
    ['longer ago', 31, undefined, 0],
    ['yesterday', 86_400, undefined, 0],
    ['long ago, and known now', 3600, 0, 10],
    ['long ago, and known long ago', 3600, 40, 0],
    ['now, whatever else is said', 0, 0, 10],
  ])('that happened %s count, and are in windows or not', (_when, happened, known, samples) => {
    const stage = new EvaluationStage();
    stage.pass(300);
    recordTurns(stage, happened, known);
    stage.pass(15);
    expect(counted(stage)).toBe(10);
    expect(stage.reading('turn_latency_score').samples).toBe(samples);
    expect(stage.reading('turn_p95').samples).toBe(samples);
  });

  it('notify nobody', () => {
    const stage = new EvaluationStage();
    stage.pass(300);
    recordTurns(stage, 360, undefined);
    stage.pass(600);
    expect(stage.heard).toEqual([]);
    expect(stage.monitor.alerts()).toEqual([]);
    const labels = { metric: 'turn_duration', severity: 'critical', process_type: 'tactical' };
    expect(read(stage.monitor, 'turnscope_threshold_breaches_total', labels) ?? 0).toBe(0);
  });

  it('stay out of windows among others that do not', () => {
    const stage = new EvaluationStage();
    stage.pass(300);
    recordTurns(stage, 3600, undefined);
    recordTurns(stage, 0, undefined);
    recordTurns(stage, 7200, undefined);
    stage.pass(30);
    expect(counted(stage)).toBe(30);
    expect(stage.reading('turn_latency_score').samples).toBe(10);
  });

  it('stay out when their series is held at 0 and shown later', () => {
    const stage = new EvaluationStage({ zeroHoldSeconds: 30, processTypes: [] });
    stage.monitor.collect();
    stage.pass(300);
    recordTurns(stage, 3600, undefined);
    stage.pass(15);
    recordTurns(stage, 0, undefined);
    stage.pass(60);
    expect(stage.reading('turn_latency_score').samples).toBe(10);
  });

  it('find the label values that were turned away turned away too', () => {
    // The thresholds take two of the three places.
    const stage = new EvaluationStage({ labelLimits: { process_type: 3 }, processTypes: [] });
    const turn = { conversationId: 'c', outcome: 'success', durationSeconds: 1 } as const;
    stage.monitor.recordTurn({ ...turn, processType: 'first' });
    stage.pass(300);
    stage.monitor.recordTurn({ ...turn, processType: 'second', at: stage.clock.now() - 3_600_000 });
    stage.pass(15);
    expect(stage.reading('turn_latency_score', 'other').samples).toBe(0);
    expect(stage.monitor.signals().map(({ processType }) => processType)).not.toContain('second');
  });

  it('make windows begin at the first evaluation when they came before it', () => {
    const clock = new FakeClock();
    const monitor = createMonitor({ clock });
    const turn = { conversationId: 'c1', processType: 'tactical', outcome: 'success' } as const;
    monitor.recordTurn({ ...turn, at: noon - 3_600_000 });
    clock.pass(10);
    monitor.evaluate();
    monitor.recordTurn(turn);
    clock.pass(10);
    const [tactical] = monitor.report({ seconds: 60 }).processTypes;
    expect(tactical?.turns.success).toBe(1);
  });

  it('are no reason to begin later when there are none', () => {
    const clock = new FakeClock();
    const monitor = createMonitor({ clock });
    monitor.recordTurn({ conversationId: 'c1', processType: 'tactical', outcome: 'success' });
    clock.pass(10);
    const [tactical] = monitor.report({ seconds: 60 }).processTypes;
    expect(tactical?.turns.success).toBe(1);
  });

  it('are counters that were read back, too', () => {
    const before = createMonitor();
    before.recordTurn({ conversationId: 'c1', processType: 'tactical', outcome: 'success' });
    const clock = new FakeClock();
    const monitor = createMonitor({ clock });
    monitor.readState(before.writeState());
    clock.pass(10);
    expect(monitor.report({ seconds: 60 }).processTypes).toEqual([]);
  });
});
