import type { DueLine } from './transcript.ts';

/** Endless lists of lines, each in the order of time, given out as their time comes. Mutable. */
export interface Schedule {
  /** Every line due at that time, one agent after the other; each is given out once. */
  takeDue(now: number): Generator<DueLine, void>;
}

/** Holds one line of each agent and no more. */
export function createSchedule(agents: readonly Generator<DueLine, never>[]): Schedule {
  const performers = agents.map((lines) => ({ lines, next: lines.next().value }));
  return {
    *takeDue(now) {
      for (const performer of performers) {
        while (performer.next.at <= now) {
          yield performer.next;
          performer.next = performer.lines.next().value;
        }
      }
    },
  };
}
