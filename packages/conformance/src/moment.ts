import { PerformanceMonitor } from '@turnscope/core';
import type { ReadFamilies } from './read-families.ts';
import { readCollection } from './reference.ts';
import { createStage, type Scenario } from './scenario.ts';

/** When a back end is compared, with what a deviation may know of the history until then. */
export interface Moment {
  /** What the collection held at each moment before, the oldest first. */
  readonly earlier: readonly ReadFamilies[];
  /** What it would hold if nothing were held at 0 and no state had been read: what was recorded here, at once. */
  recorded(): ReadFamilies;
}

/** The moments of a scenario, one after the other. MUTABLE: remembers what was held. */
export class Moments {
  readonly #scenario: Scenario;
  readonly #earlier: ReadFamilies[] = [];

  constructor(scenario: Scenario) {
    this.#scenario = scenario;
  }

  /** The next one, at which the collection holds this. */
  next(held: ReadFamilies): Moment {
    const earlier = [...this.#earlier];
    this.#earlier.push(held);
    let known: ReadFamilies | undefined;
    return {
      earlier,
      recorded: () => {
        known ??= recordedUntil(this.#scenario, earlier.length);
        return known;
      },
    };
  }
}

/** Plays so many steps once more: few deviations ask for it, and it takes as long as the steps. */
function recordedUntil({ options, steps }: Scenario, count: number): ReadFamilies {
  const stage = createStage({ options: { ...options, zeroHoldSeconds: 0 } }, WithoutState);
  let families = readCollection(stage.monitor.collect());
  for (const { play } of steps.slice(0, count)) {
    play(stage);
    families = readCollection(stage.monitor.collect());
  }
  return families;
}

class WithoutState extends PerformanceMonitor {
  override readState(): void {
    // What was recorded elsewhere.
  }
}
