import { describe, expect, it } from '@jest/globals';
import type { AgentEvent, PerformanceMonitor, Report } from '@turnscope/core';
import fc from 'fast-check';
import { createMonitor } from '../support/create-monitor.ts';
import { anyEvents, rightEvents } from '../support/event-arbitraries.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { readAll } from '../support/read-series.ts';

/** Rounds of events that happen now, with an evaluation after each. */
const rounds = fc.array(
  rightEvents.map((events) => events.map((event) => ({ ...event, at: undefined }))),
  { maxLength: 6 },
);

function play(given: readonly (readonly AgentEvent[])[]) {
  const clock = new FakeClock();
  const monitor = createMonitor({ clock });
  monitor.evaluate();
  for (const events of given) {
    for (const event of events) monitor.record(event);
    clock.pass(300);
    monitor.evaluate();
  }
  return { clock, monitor };
}

/** The sum of all series of a metric with a label value. */
function total(monitor: PerformanceMonitor, metric: string, label = ''): number {
  return Object.entries(readAll(monitor))
    .filter(([key]) => key.startsWith(`${metric}{`) && key.includes(label))
    .reduce((sum, [, value]) => sum + value, 0);
}

/** Every number in plain data. */
function numbersIn(data: unknown): readonly number[] {
  if (typeof data === 'number') return [data];
  return data !== null && typeof data === 'object' ? Object.values(data).flatMap(numbersIn) : [];
}

function sumOver(report: Report, of: (each: Report['processTypes'][number]) => number): number {
  return report.processTypes.reduce((sum, each) => sum + of(each), 0);
}

const fromZeroToOne = [
  ...['turn_latency_score', 'response_latency_score', 'completion_ratio', 'interrupted_ratio'],
  ...['efficiency_score', 'response_error_ratio', 'cache_hit_ratio', 'compaction_effectiveness'],
  ...['compaction_thrash_ratio', 'restart_success_ratio'],
] as const;

describe('for any events, a report', () => {
  it('is plain data that JSON carries', () => {
    fc.assert(
      fc.property(fc.array(anyEvents, { maxLength: 4 }), (given) => {
        const report = play(given).monitor.report({ seconds: 3600 });
        expect(JSON.parse(JSON.stringify(report))).toEqual(report);
        expect(numbersIn(report).filter((number) => !Number.isFinite(number))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('has ratios and scores from 0 to 1', () => {
    fc.assert(
      fc.property(rounds, (given) => {
        const { overall, processTypes } = play(given).monitor.report({ seconds: 3600 });
        const ratios = processTypes.flatMap(({ signals }) =>
          fromZeroToOne.map((name) => signals[name as keyof typeof signals].value ?? 0),
        );
        const wrong = [overall.score ?? 0, ...ratios].filter((each) => !(each >= 0 && each <= 1));
        expect(wrong).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('counts as much as the counters grew', () => {
    fc.assert(
      fc.property(rounds, (given) => {
        const { monitor } = play(given);
        const report = monitor.report({ seconds: 3600 });
        const counted = {
          failed: sumOver(report, ({ turns }) => turns.error),
          responses: sumOver(report, ({ responses }) => responses.success),
          output: sumOver(report, ({ tokens }) => tokens.output),
          compactions: sumOver(report, ({ compactions }) => compactions),
          restarts: sumOver(report, (each) => each.restarts.all),
        };
        expect(counted).toEqual({
          failed: total(monitor, 'turnscope_turns_total', 'outcome=error'),
          responses: total(monitor, 'turnscope_responses_total', 'outcome=success'),
          output: total(monitor, 'turnscope_tokens_total', 'type=output'),
          compactions: total(monitor, 'turnscope_compactions_total'),
          restarts: total(monitor, 'turnscope_restarts_total'),
        });
        expect(report.overall.turns).toBe(total(monitor, 'turnscope_turns_total'));
      }),
      { numRuns: 60 },
    );
  });

  it('is the same again while nothing happens', () => {
    fc.assert(
      fc.property(rounds, (given) => {
        const { monitor } = play(given);
        expect(monitor.report({ seconds: 3600 })).toEqual(monitor.report({ seconds: 3600 }));
      }),
      { numRuns: 30 },
    );
  });

  it('over two neighbouring windows counts what one over both does', () => {
    fc.assert(
      fc.property(rounds, fc.integer({ min: 1, max: 5 }), (given, at) => {
        const { clock, monitor } = play(given);
        const to = clock.now();
        const from = to - 1_800_000;
        const middle = from + at * 300_000;
        const turns = (start: number, end: number) =>
          monitor.report({ from: start, to: end }).overall.turns;
        expect(turns(from, middle) + turns(middle, to)).toBe(turns(from, to));
      }),
      { numRuns: 50 },
    );
  });
});
