import type { ByOutcome, ProcessTypeReport, Sampled } from '@turnscope/core';
import { signals } from '@turnscope/core';

const nothing: Sampled = { value: null, samples: 0 };

/** A process type in a report, with an efficiency score and turns by outcome, and nothing else. */
export function scored(score: number | null, turns: Partial<ByOutcome>): ProcessTypeReport {
  const none: ByOutcome = { success: 0, error: 0, interrupted: 0 };
  const others = Object.fromEntries(signals.map(({ name }) => [name, nothing]));
  return {
    processType: 'tactical',
    turns: { ...none, ...turns },
    responses: none,
    tokens: { input: 0, output: 0, cacheRead: 0, cacheCreation: 0 },
    compactions: 0,
    restarts: { all: 0, succeeded: 0 },
    signals: {
      ...others,
      efficiency_score: { value: score, samples: 10 },
    } as ProcessTypeReport['signals'],
  };
}
