import { createStage, scenarios } from '@turnscope/conformance';
import type { PerformanceMonitor } from '@turnscope/core';

/** A monitor of which every metric that a source can fill has a value, and every signal. */
export interface Everything {
  readonly monitor: PerformanceMonitor;
  /** Lets everything happen once more, so that counters grow. */
  again(): void;
}

/** Plays the scenario of all back ends with every kind of event, and so much work beside it that signals have samples. */
export function playEverything(): Everything {
  const scenario = scenarios.find(({ name }) => name === 'every kind of event');
  if (scenario === undefined) throw new Error('there is no scenario with every kind of event');
  const stage = createStage(scenario);
  const { monitor } = stage;
  const again = () => {
    for (const step of scenario.steps) step.play(stage);
    // The last step is a day of silence; windows look at what came after it.
    monitor.evaluate();
    for (let round = 0; round < 30; round += 1) {
      work(monitor);
      stage.advance(15);
      monitor.evaluate();
    }
    monitor.enableNotifier('alertmanager').count('sent', 1);
  };
  again();
  return { monitor, again };
}

function work(monitor: PerformanceMonitor): void {
  const conversationId = 'busy';
  const processType = 'tactical';
  monitor.recordExchange({
    conversationId,
    processType,
    model: 'claude-sonnet-5',
    durationSeconds: 6,
    tokens: { input: 10, output: 200, cacheRead: 40_000, cacheCreation: 2_000 },
    outcome: 'success',
  });
  monitor.recordCompaction({
    conversationId,
    processType,
    outcome: 'success',
    tokensBefore: 160_000,
    tokensAfter: 50_000,
    durationSeconds: 60,
    responsesSincePrevious: 4,
  });
  monitor.recordProcessStart({ processType, kind: 'restart', startupSeconds: 2 });
  monitor.recordRestart({ processType, reason: 'crash', outcome: 'success' });
}
