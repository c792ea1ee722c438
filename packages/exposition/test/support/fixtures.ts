import { PerformanceMonitor } from '@turnscope/core';

/** A monitor in which something of every kind happened, under names that are hard to write. */
export function busyMonitor(): PerformanceMonitor {
  const monitor = new PerformanceMonitor({
    clock: { now: () => 1_000_000 },
    sources: ['code', 'server', 'transcripts'],
  });
  const who = { conversationId: 'c', processType: 'tactical' };
  const models = ['plain', 'with "quotes"', 'line\nbreak', 'back\\slash', '🌞', '\0'];
  for (const [at, model] of models.entries()) {
    monitor.recordExchange({
      ...who,
      model,
      durationSeconds: 3 + at * 40,
      outcome: 'success',
      contextTokens: at * 300_000,
      tokens: { input: 1, output: 2, cacheRead: 3, cacheCreation: 4 },
    });
  }
  monitor.recordScrape({ format: 'text', code: 200, durationSeconds: 0.25 });
  return monitor;
}
