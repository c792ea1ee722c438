import type { AgentEvent, Clock, SourceSink } from '@turnscope/core';

/** What was counted so far. */
export interface Activity {
  readonly events: number;
  readonly turns: number;
  /** When the latest event happened, in epoch milliseconds, by its own time; undefined before the first. */
  readonly lastAt: number | undefined;
}

/** A sink that passes everything on and keeps count. MUTABLE. */
export interface ActivityCounter {
  readonly sink: SourceSink;
  readonly activity: () => Activity;
}

export function countActivity(sink: SourceSink, clock: Clock): ActivityCounter {
  let events = 0;
  let turns = 0;
  let lastAt: number | undefined;
  return {
    sink: {
      record(event: AgentEvent) {
        events += 1;
        if (event.type === 'turn') turns += 1;
        const { at } = event;
        if (at !== undefined && at <= clock.now()) lastAt = Math.max(lastAt ?? at, at);
        sink.record(event);
      },
      parseError: (reason) => sink.parseError(reason),
    },
    activity: () => ({ events, turns, lastAt }),
  };
}
