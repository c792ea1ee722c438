import type { Clock } from '@turnscope/core';

/** A clock that goes on only when told. */
export interface FakeClock extends Clock {
  advance(seconds: number): void;
}

export function createFakeClock(start = Date.parse('2026-11-23T12:00:00Z')): FakeClock {
  let now = start;
  return {
    now: () => now,
    advance(seconds) {
      now += Math.round(seconds * 1000);
    },
  };
}
