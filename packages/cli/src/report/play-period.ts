import type { EvaluationOptions, Report } from '@turnscope/core';
import { monotonicClock } from '@turnscope/node';
import { createMonitor } from '../serve/monitor.ts';
import type { Settings } from '../settings/settings.ts';
import type { ProgressBar } from '../terminal/progress-bar.ts';
import type { EventLog } from './event-log.ts';
import type { Period } from './period.ts';
import { replay } from './replay.ts';
import { ReplayClock } from './replay-clock.ts';
import { awakeMs } from './wakefulness.ts';

const leastIntervalSeconds = 15;
const mostIntervalSeconds = 300;
/** A month without a pause has so many; with more a report would take minutes. */
const mostEvaluations = (31 * 86_400) / leastIntervalSeconds;
const leastHistorySeconds = 3600;
/** A limit that nothing reaches: entries of a thousand process types would. */
const historyBytes = 1024 ** 3;

/** Replays the period into a monitor of its own, and makes its report. */
export async function playPeriod(
  log: EventLog,
  settings: Settings,
  bar: ProgressBar,
): Promise<Report> {
  const { period } = log;
  const clock = new ReplayClock();
  const events = log.inOrder();
  const evaluation = evaluationOf(period, awakeMs(events, period));
  const monitor = createMonitor(
    settings,
    { processTypes: [], demo: undefined },
    { clock, evaluation },
  );
  monitor.enableSource('transcripts');
  await replay(events, period, {
    monitor,
    clock,
    intervalSeconds: evaluation.intervalSeconds,
    onProgress: (share) => bar.show('evaluating', share),
  });
  return monitor.report(period);
}

/** The history spans the period, so that its first evaluation is still there at its end. */
function evaluationOf(
  { from, to }: Period,
  awake: number,
): EvaluationOptions & { readonly intervalSeconds: number } {
  const interval = Math.ceil(awake / 1000 / mostEvaluations);
  return {
    intervalSeconds: Math.min(mostIntervalSeconds, Math.max(leastIntervalSeconds, interval)),
    historySeconds: Math.max(leastHistorySeconds, Math.ceil((to - from) / 1000)),
    limitBytes: historyBytes,
    stopwatch: monotonicClock,
  };
}
