import type { Outcome, PerformanceMonitor, TokenCounts } from '@turnscope/core';

/** Something that was recorded: so many equal events of tactical agents, happening now. */
export type Recorded = (monitor: PerformanceMonitor) => void;

const tactical = { conversationId: 'c1', processType: 'tactical', model: 'm' } as const;

export function turns(
  count: number,
  durationSeconds: number | undefined,
  outcome: Outcome = 'success',
): Recorded {
  return times(count, (monitor) => monitor.recordTurn({ ...tactical, durationSeconds, outcome }));
}

export function responses(
  count: number,
  durationSeconds: number | undefined,
  outcome: Outcome = 'success',
  tokens?: TokenCounts,
): Recorded {
  return times(count, (monitor) =>
    monitor.recordResponse({ ...tactical, durationSeconds, outcome, tokens }),
  );
}

export function exchanges(
  count: number,
  durationSeconds: number,
  outcome: Outcome = 'success',
  tokens?: TokenCounts,
): Recorded {
  return times(count, (monitor) =>
    monitor.recordExchange({ ...tactical, durationSeconds, outcome, tokens }),
  );
}

/** Compactions of a context of 100,000 tokens. */
export function compactions(
  count: number,
  ratio: number | undefined,
  durationSeconds: number | undefined,
  { preserved, responsesSincePrevious }: Verdicts = {},
): Recorded {
  const tokensBefore = 100_000;
  const tokensAfter = ratio === undefined ? undefined : ratio * tokensBefore;
  const outcome = 'success';
  return times(count, (monitor) =>
    monitor.recordCompaction({
      ...tactical,
      tokensBefore,
      tokensAfter,
      durationSeconds,
      preserved,
      responsesSincePrevious,
      outcome,
    }),
  );
}

interface Verdicts {
  readonly preserved?: boolean;
  readonly responsesSincePrevious?: number;
}

export function restarts(count: number, outcome: Outcome = 'success'): Recorded {
  return times(count, (monitor) =>
    monitor.recordRestart({ processType: 'tactical', reason: 'crash', outcome }),
  );
}

function times(count: number, record: Recorded): Recorded {
  return (monitor) => {
    for (let at = 0; at < count; at += 1) record(monitor);
  };
}
