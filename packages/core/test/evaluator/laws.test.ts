import { describe, expect, it } from '@jest/globals';
import { type AgentEvent, signals } from '@turnscope/core';
import fc from 'fast-check';
import { EvaluationStage } from '../support/evaluation-stage.ts';
import { anyEvents, rightEvents } from '../support/event-arbitraries.ts';
import { readAll } from '../support/read-series.ts';

/** Events with a pause before each, in seconds; negative where the clock is set back. */
const historyOf = (events: fc.Arbitrary<readonly unknown[]>) =>
  events.chain((all) =>
    fc.record({
      events: fc.constant(all),
      pauses: fc.array(fc.integer({ min: -120, max: 1200 }), {
        minLength: all.length,
        maxLength: all.length,
      }),
    }),
  );

function play({ events, pauses }: { events: readonly unknown[]; pauses: readonly number[] }) {
  const stage = new EvaluationStage();
  const readings = events.flatMap((event, at) => {
    stage.clock.pass(pauses[at] ?? 0);
    stage.monitor.record(event as AgentEvent);
    stage.monitor.evaluate();
    return stage.monitor.signals();
  });
  return { stage, readings };
}

const isRatio = /_(ratio|score)$|effectiveness/;

describe('for any events, at any times', () => {
  it('no signal is NaN, infinite or negative, and no ratio is above 1', () => {
    fc.assert(
      fc.property(historyOf(anyEvents), (history) => {
        const wrong = play(history).readings.filter(
          ({ signal, value = 0, samples }) =>
            !(value >= 0 && value < Infinity && samples >= 0) ||
            (isRatio.test(signal) && value > 1),
        );
        expect(wrong).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('a value is there if and only if there are samples enough', () => {
    fc.assert(
      fc.property(historyOf(rightEvents), (history) => {
        const { readings } = play(history);
        const least = new Map(signals.map(({ name, minSamples }) => [name, minSamples]));
        const early = readings.filter(
          ({ signal, value, samples }) => value !== undefined && samples < (least.get(signal) ?? 0),
        );
        expect(early).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('the gauges show what the readings say, and nothing where there is no value', () => {
    fc.assert(
      fc.property(historyOf(rightEvents), (history) => {
        const { stage } = play(history);
        const shown = Object.entries(readAll(stage.monitor)).filter(([key]) =>
          key.startsWith('turnscope_signal_'),
        );
        const expected = stage.monitor
          .signals()
          .flatMap(({ signal, window, processType, value }) => {
            const metric = signals.find(({ name }) => name === signal)?.metric.name;
            const labels = `process_type=${processType ?? ''},window=${window}`;
            return value === undefined ? [] : [[`${metric}{${labels}}`, value]];
          });
        expect(Object.fromEntries(shown)).toEqual(Object.fromEntries(expected));
      }),
      { numRuns: 50 },
    );
  });
});
