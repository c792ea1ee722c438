import { type PerformanceMonitor, systemClock } from '@turnscope/core';
import type { Settings } from '../settings/settings.ts';
import type { OtlpPush } from './otlp-push.ts';
import type { Problems } from './problems.ts';
import { settleWithin } from './settle-within.ts';

/** Pushes metrics by OTLP, where that is asked for. */
export interface Pushing {
  /** Begins to push. Before history is read it would push half of it. `url`: where this process listens. */
  start(url: string): void;
  /** Pushes once more and ends; within a second, or as it is. */
  close(): Promise<void>;
}

export interface PushingOptions {
  readonly settings: Pick<Settings, 'otlp'>;
  readonly monitor: PerformanceMonitor;
  readonly problems: Problems;
}

const closeTimeoutMs = 1_000;

/** Creates what has not begun. OpenTelemetry is loaded when it begins, and not where nothing is pushed. */
export function createPushing({ settings: { otlp }, monitor, problems }: PushingOptions): Pushing {
  const startTime = systemClock.now();
  const onProblem = (problem: unknown) => problems.tellOnce('pushing metrics failed', problem);
  let started: Promise<OtlpPush> | undefined;
  return {
    start(url) {
      if (otlp === undefined) return;
      const { port } = new URL(url);
      started = import('./otlp-push.ts').then(({ startOtlpPush }) =>
        startOtlpPush({ settings: otlp, monitor, startTime, port, onProblem }),
      );
      started.catch(onProblem);
    },
    async close() {
      if (started === undefined) return;
      await settleWithin(
        closeTimeoutMs,
        started.then((push) => push.close()),
      );
    },
  };
}
