import { describe, expect, it } from '@jest/globals';
import { type AgentEvent, type Alert, PerformanceMonitor } from '@turnscope/core';
import { replay } from '../../src/report/replay.ts';
import { ReplayClock } from '../../src/report/replay-clock.ts';

const start = Date.parse('2026-03-01T09:00:00Z');
const hour = 3_600_000;
const day = 24 * hour;

/** A failed or a good turn so many seconds after the start. */
function turn(seconds: number, outcome: 'success' | 'error', knownAfter = 0): AgentEvent {
  const at = start + seconds * 1000;
  return {
    type: 'turn',
    conversationId: 'c1',
    processType: 'tactical',
    outcome,
    durationSeconds: 10,
    at,
    knownAt: at + knownAfter * 1000,
  };
}

function stage(historySeconds: number) {
  const clock = new ReplayClock();
  const monitor = new PerformanceMonitor({
    clock,
    strict: true,
    thresholds: { profile: 'coding-agent' },
    evaluation: { intervalSeconds: 15, historySeconds, limitBytes: 1024 ** 3 },
  });
  const heard: string[] = [];
  monitor.on('alert', ({ name, severity, state, changedAt }: Alert) =>
    heard.push(`${name} ${severity} ${state} ${(changedAt - start) / 1000}`),
  );
  return { clock, monitor, heard };
}

async function play(events: readonly AgentEvent[], milliseconds: number) {
  const period = { from: start, to: start + milliseconds };
  const { clock, monitor, heard } = stage(Math.max(3600, Math.ceil(milliseconds / 1000)));
  await replay(events, period, { monitor, clock, intervalSeconds: 15, onProgress: () => {} });
  return { report: monitor.report(period), heard };
}

/** Somebody who looks on: evaluates every 15 seconds, whatever happens. */
function lookOn(events: readonly AgentEvent[], milliseconds: number) {
  const period = { from: start, to: start + milliseconds };
  const { clock, monitor, heard } = stage(Math.max(3600, Math.ceil(milliseconds / 1000)));
  const rest = [...events];
  for (let now = period.from; now <= period.to; now += 15_000) {
    while (rest[0] !== undefined && (rest[0].knownAt ?? 0) < now) {
      clock.set(rest[0].knownAt ?? 0);
      monitor.record(rest[0]);
      rest.shift();
    }
    clock.set(now);
    monitor.evaluate();
  }
  return { report: monitor.report(period), heard };
}

/** Twelve failures within some minutes. */
const burst = (hours: number) =>
  Array.from({ length: 12 }, (_, at) => turn(hours * 3600 + at * 37, 'error', at % 3));
const bursts = [...burst(1), ...burst(9), ...burst(11.5)];
const length = 15 * hour;

describe('a replay', () => {
  it('raises and resolves the alerts that somebody who looked on would have had', async () => {
    const played = await play(bursts, length);
    const watched = lookOn(bursts, length);
    expect(played.heard).toEqual(watched.heard);
    expect(played.heard.filter((line) => line.includes('LowCompletion critical'))).toHaveLength(6);
  });

  it('counts and scores what somebody who looked on would have', async () => {
    const { overhead: _played, trends: _some, ...played } = (await play(bursts, length)).report;
    const { overhead: _seen, trends: _others, ...seen } = lookOn(bursts, length).report;
    expect(played).toEqual(seen);
  });

  it('skips the time in which nothing can change', async () => {
    const { report } = await play([turn(day / 1000, 'success')], 30 * day);
    // The start, one before the turn, those within 75 minutes after it, and the end.
    expect(report.overhead.evaluations).toBeLessThanOrEqual(3 + 75 * 4 + 2);
    expect(report.overhead.evaluations).toBeGreaterThan(75 * 4);
  });

  it.each([
    ['at the start', 0],
    ['between two evaluations', 61],
    ['at the end', 3600],
    ['just before the end', 3599.999],
  ])('counts a turn %s', async (_where, seconds) => {
    const { report } = await play([turn(seconds, 'success')], hour);
    expect(report.overall.turns).toBe(1);
    expect(report.window.covered).toEqual({ from: start, to: start + hour });
  });

  it('counts what happened before the end and was known after it', async () => {
    const { report } = await play([turn(3_590, 'success', 120)], hour);
    expect(report.overall.turns).toBe(1);
  });

  it('takes nothing for history that was known in time', async () => {
    const late = Array.from({ length: 12 }, (_, at) => turn(600 + at, 'error', 120));
    const { heard } = await play(late, hour);
    expect(heard).toContain('TurnscopeLowCompletion critical firing 1035');
  });

  it.each([60_000, 61_001, 86_399_999])(
    'has its last evaluation at the end of %i ms',
    async (ms) => {
      const { report } = await play([turn(30, 'success')], ms);
      expect(report.window.covered).toEqual({ from: start, to: start + ms });
      expect(report.overall.turns).toBe(1);
    },
  );
});
