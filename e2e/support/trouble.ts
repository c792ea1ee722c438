import { PerformanceMonitor } from '@turnscope/core';

/** What a monitor needs so that everything can go wrong in it at once. */
export function troubledMonitor(now: () => number, hurry: number): PerformanceMonitor {
  return new PerformanceMonitor({
    clock: { now },
    sources: ['code', 'server'],
    processTypes: [],
    // Room for the responses of twenty models.
    rowLimit: 60,
    // A series stands at 0 for three seconds of the real clock, in which it is scraped.
    zeroHoldSeconds: 3 * hurry,
  });
}

const tactical = { conversationId: 'c', processType: 'tactical', model: 'opus' } as const;

/** A source that knows of an agent that lives, and says nothing from now on. */
export function fallSilent(monitor: PerformanceMonitor): void {
  monitor.enableSource('processes').agentsLive(1);
}

/** One of everything that is an alert when it happens again and again. */
export function goWrong(monitor: PerformanceMonitor, round: number): void {
  // Slow where they are done, and as many that fail.
  for (const outcome of ['success', 'error'] as const) {
    monitor.recordTurn({ ...tactical, outcome, durationSeconds: 60 });
    monitor.recordResponse({ ...tactical, outcome, durationSeconds: 60 });
  }
  monitor.recordCompaction({
    ...tactical,
    outcome: 'success',
    tokensBefore: 100_000,
    tokensAfter: 90_000,
    durationSeconds: 300,
    responsesSincePrevious: 1,
  });
  monitor.recordRestart({ processType: 'tactical', reason: 'crash', outcome: 'error' });
  // Neither success nor error, so that nothing else is changed by it.
  const model = `model-${round % 29}`;
  monitor.recordResponse({ ...tactical, model, outcome: 'interrupted' });
}
