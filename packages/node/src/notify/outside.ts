import { type Clock, systemClock } from '@turnscope/core';
import { type Random, systemRandom } from '../system-clock.ts';
import { systemTimers, type Timers } from '../timers.ts';
import type { Fetch } from './post.ts';
import type { Variables } from './secret.ts';

/** What a notifier needs of the world. */
export interface Outside {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly random: Random;
  readonly fetch: Fetch;
  readonly variables: Variables;
}

/** The real world, apart from what is given. */
export function realOutside(given: Partial<Outside> = {}): Outside {
  return {
    clock: systemClock,
    timers: systemTimers,
    random: systemRandom,
    fetch: globalThis.fetch,
    variables: process.env,
    ...given,
  };
}
