import { PerformanceMonitor } from '@turnscope/core';

const processTypes = ['strategic', 'tactical', 'subagent', 'compaction'];

/** A monitor that has room for so many models. */
export function createModelMonitor(models: number): PerformanceMonitor {
  return new PerformanceMonitor({ labelLimits: { model: models + 2 }, rowLimit: 1e6 });
}

/** Every process type works with every model. */
export function recordModels(monitor: PerformanceMonitor, models: number): void {
  for (const processType of processTypes) {
    for (let model = 0; model < models; model += 1)
      recordConversations(monitor, processType, `claude-model-${model}`);
  }
}

function recordConversations(
  monitor: PerformanceMonitor,
  processType: string,
  model: string,
): void {
  for (let at = 0; at < 40; at += 1) {
    monitor.recordExchange({
      conversationId: `conversation-${at}`,
      processType,
      model,
      outcome: at % 10 === 0 ? 'error' : 'success',
      durationSeconds: 0.3 * 1.2 ** at,
      contextTokens: 1_000 * (at + 1),
      tokens: { input: 100 + at, output: 200, cacheRead: 3_000, cacheCreation: 50 },
    });
  }
}
