import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AlertMachine } from '../../src/evaluator/alert-machine.ts';

type Step = readonly [seconds: number, holds: boolean, change: string | undefined, phase: string];

const timing = { forSeconds: 60, keepFiringForSeconds: 120 };

const stories: readonly (readonly [name: string, steps: readonly Step[], times?: typeof timing])[] =
  [
    [
      'fires when the condition has held for long enough',
      [
        [0, true, 'pending', 'pending'],
        [59, true, undefined, 'pending'],
        [60, true, 'fired', 'firing'],
        [75, true, undefined, 'firing'],
      ],
    ],
    [
      'begins anew when the condition does not hold once',
      [
        [0, true, 'pending', 'pending'],
        [45, false, 'forgotten', 'inactive'],
        [60, true, 'pending', 'pending'],
        [119, true, undefined, 'pending'],
        [120, true, 'fired', 'firing'],
      ],
    ],
    [
      'fires on for a while, then resolves',
      [
        [0, true, 'pending', 'pending'],
        [60, true, 'fired', 'firing'],
        [75, false, undefined, 'firing'],
        [194, false, undefined, 'firing'],
        [195, false, 'resolved', 'inactive'],
        [210, false, undefined, 'inactive'],
      ],
    ],
    [
      'does not flap while it is kept firing',
      [
        [0, true, 'pending', 'pending'],
        [60, true, 'fired', 'firing'],
        [75, false, undefined, 'firing'],
        [90, true, undefined, 'firing'],
        [105, false, undefined, 'firing'],
        [224, false, undefined, 'firing'],
        [225, false, 'resolved', 'inactive'],
      ],
    ],
    [
      'fires at once without a time to wait',
      [[0, true, 'fired', 'firing']],
      { ...timing, forSeconds: 0 },
    ],
    [
      'resolves at once where it is not kept',
      [
        [0, true, 'pending', 'pending'],
        [60, true, 'fired', 'firing'],
        [75, false, 'resolved', 'inactive'],
      ],
      { ...timing, keepFiringForSeconds: 0 },
    ],
    [
      'waits anew when the clock is set back while it is pending',
      [
        [1000, true, 'pending', 'pending'],
        [10, true, undefined, 'pending'],
        [69, true, undefined, 'pending'],
        [70, true, 'fired', 'firing'],
      ],
    ],
    [
      'keeps firing anew when the clock is set back then',
      [
        [1000, true, 'pending', 'pending'],
        [1060, true, 'fired', 'firing'],
        [1075, false, undefined, 'firing'],
        [10, false, undefined, 'firing'],
        [129, false, undefined, 'firing'],
        [130, false, 'resolved', 'inactive'],
      ],
    ],
  ];

describe('the state of an alert', () => {
  it.each(stories)('%s', (_name, steps, times = timing) => {
    const machine = new AlertMachine(times);
    const seen = steps.map(([seconds, holds]) => {
      const change = machine.step(seconds * 1000, holds);
      return [seconds, holds, change, machine.phase];
    });
    expect(seen).toEqual(steps);
  });

  it('never fires before the condition held for long enough, without a break', () => {
    fc.assert(
      fc.property(history, (steps) => {
        const fired = traceOf(steps).filter(({ change }) => change === 'fired');
        expect(fired.filter(({ heldSeconds }) => heldSeconds < 60)).toEqual([]);
      }),
    );
  });

  it('fires once the condition has held for long enough', () => {
    fc.assert(
      fc.property(history, (steps) => {
        const held = traceOf(steps).filter(({ heldSeconds }) => heldSeconds >= 60);
        expect(held.filter(({ after }) => after !== 'firing')).toEqual([]);
      }),
    );
  });

  it('resolves exactly when the condition was lost for long enough', () => {
    fc.assert(
      fc.property(history, (steps) => {
        const firing = traceOf(steps).filter(({ before }) => before === 'firing');
        const expected = firing.map(({ lostSeconds }) =>
          lostSeconds >= 120 ? 'inactive' : 'firing',
        );
        expect(firing.map(({ after }) => after)).toEqual(expected);
      }),
    );
  });

  it('fires once between two resolutions', () => {
    fc.assert(
      fc.property(history, (steps) => {
        const told = traceOf(steps)
          .map(({ change }) => change)
          .filter((change) => change === 'fired' || change === 'resolved');
        expect(told).toEqual(told.map((_, at) => (at % 2 === 0 ? 'fired' : 'resolved')));
      }),
    );
  });
});

interface Given {
  readonly pause: number;
  readonly holds: boolean;
}

const history = fc.array(
  fc.record({ pause: fc.integer({ min: 1, max: 90 }), holds: fc.boolean() }),
  {
    maxLength: 80,
  },
);

/** Every step of a history, with for how long the condition has held or been lost by then; -1 where it does not. */
function traceOf(steps: readonly Given[]) {
  const machine = new AlertMachine(timing);
  let now = 0;
  let since = 0;
  let held: boolean | undefined;
  return steps.map(({ pause, holds }) => {
    now += pause;
    if (held !== holds) since = now;
    held = holds;
    const before = machine.phase;
    const change = machine.step(now * 1000, holds);
    const seconds = now - since;
    return {
      before,
      change,
      after: machine.phase,
      heldSeconds: holds ? seconds : -1,
      lostSeconds: holds ? -1 : seconds,
    };
  });
}
