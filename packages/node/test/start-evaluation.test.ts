import { describe, expect, it } from '@jest/globals';
import { PerformanceMonitor } from '@turnscope/core';
import { startEvaluation } from '../src/index.ts';
import { ManualTimers } from './support/manual-timers.ts';

/** A monitor on a clock that runs with the timers, and what it shows of its evaluations. */
function stage() {
  const timers = new ManualTimers();
  let now = 0;
  const monitor = new PerformanceMonitor({ clock: { now: () => now } });
  const evaluations = () =>
    monitor
      .collect()
      .families.find(({ name }) => name === 'turnscope_evaluations_total')
      ?.series[0]?.value(now);
  const pass = async (seconds: number) => {
    for (let at = 0; at < seconds; at += 1) {
      now += 1_000;
      await timers.pass(1_000);
    }
  };
  return { timers, monitor, evaluations, pass };
}

describe('startEvaluation', () => {
  it('evaluates at once and then each interval', async () => {
    const { timers, monitor, evaluations, pass } = stage();
    startEvaluation(monitor, { timers });
    await pass(60);
    expect(evaluations()).toBe(5);
  });

  it('does not skip an interval because a scrape evaluated in between', async () => {
    const { timers, monitor, evaluations, pass } = stage();
    startEvaluation(monitor, { timers });
    await pass(16);
    // The scrape at 16 s is not due; the one after 30 s is.
    evaluations();
    await pass(44);
    expect(evaluations()).toBe(5);
  });

  it('asks as often as it is told', () => {
    const { timers, monitor } = stage();
    startEvaluation(monitor, { timers, intervalSeconds: 60 });
    expect(timers.waits).toEqual([12_000]);
  });

  it('goes on when an evaluation throws, and tells so', async () => {
    const timers = new ManualTimers();
    const errors: unknown[] = [];
    const broken = {
      evaluation: { intervalSeconds: 15, historySeconds: 86_400 },
      evaluate(): number {
        throw new Error('broken');
      },
    };
    startEvaluation(broken, { timers, onError: (error) => errors.push(error) });
    await timers.pass(9_000);
    expect(errors).toEqual(Array(4).fill(new Error('broken')));
    startEvaluation(broken, { timers });
    await timers.pass(9_000);
  });

  it('stops', async () => {
    const { timers, monitor, pass } = stage();
    const evaluation = startEvaluation(monitor, { timers });
    await pass(30);
    evaluation.stop();
    evaluation.stop();
    expect(timers.waits).toEqual([]);
  });
});
