import { type MonitorOptions, PerformanceMonitor } from '@turnscope/core';

/** A history that a monitor goes through, on a clock of its own. */
export interface Scenario {
  /** As the end of "shows …". */
  readonly name: string;
  /** Without `zeroHoldSeconds` nothing is held at 0. */
  readonly options?: Omit<MonitorOptions, 'clock'>;
  /** Back ends are read before the first and after each. */
  readonly steps: readonly Step[];
}

export interface Step {
  /** As the end of "after …". */
  readonly what: string;
  play(stage: Stage): void;
}

/** What a step works on. */
export interface Stage {
  readonly monitor: PerformanceMonitor;
  /** Epoch milliseconds of the stage's clock. */
  now(): number;
  /** Moves the clock, back where it is negative. */
  advance(seconds: number): void;
}

const firstMoment = Date.UTC(2026, 10, 27, 9);

/** A monitor at nine in the morning, with the options of the scenario. */
export function createStage(
  { options }: Pick<Scenario, 'options'>,
  Monitor = PerformanceMonitor,
): Stage {
  let now = firstMoment;
  return {
    monitor: new Monitor({ zeroHoldSeconds: 0, ...options, clock: { now: () => now } }),
    now: () => now,
    advance(seconds) {
      now += seconds * 1000;
    },
  };
}
