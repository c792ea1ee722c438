import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks';
import type { Clock, MetricFamily } from '@turnscope/core';
import { singleValue } from './runtime-family.ts';

/** How late the event loop runs what is due. */
export interface EventLoopWatch {
  /** The lag since the call before. NaN where nothing was measured in between. */
  families(): readonly MetricFamily[];
  close(): void;
}

interface Statistic {
  readonly name: string;
  readonly help: string;
  readonly nanoseconds: (delays: IntervalHistogram) => number;
}

const resolutionMs = 10;
const nanosecondsPerSecond = 1e9;

const statistics: readonly Statistic[] = [
  {
    name: 'nodejs_eventloop_lag_min_seconds',
    help: 'The minimum recorded event loop delay.',
    nanoseconds: (delays) => delays.min,
  },
  {
    name: 'nodejs_eventloop_lag_max_seconds',
    help: 'The maximum recorded event loop delay.',
    nanoseconds: (delays) => delays.max,
  },
  {
    name: 'nodejs_eventloop_lag_mean_seconds',
    help: 'The mean of the recorded event loop delays.',
    nanoseconds: (delays) => delays.mean,
  },
  {
    name: 'nodejs_eventloop_lag_stddev_seconds',
    help: 'The standard deviation of the recorded event loop delays.',
    nanoseconds: (delays) => delays.stddev,
  },
  ...[50, 90, 99].map((percent) => ({
    name: `nodejs_eventloop_lag_p${percent}_seconds`,
    help: `The ${percent}th percentile of the recorded event loop delays.`,
    nanoseconds: (delays: IntervalHistogram) => delays.percentile(percent),
  })),
];

/** Begins to measure. */
export function watchEventLoop(stopwatch: Clock): EventLoopWatch {
  const delays = monitorEventLoopDelay({ resolution: resolutionMs });
  delays.enable();
  const turnAround = watchTurnAround(stopwatch);
  const latest = new Float64Array(statistics.length);
  const families = [
    turnAround.family,
    ...statistics.map(({ name, help }, at) =>
      singleValue('gauge', { name, unit: 'seconds', help }, () => latest[at] ?? Number.NaN),
    ),
  ];
  return {
    families() {
      latest.set(statistics.map((statistic) => secondsOf(statistic, delays)));
      delays.reset();
      turnAround.measure();
      return families;
    },
    close: () => void delays.disable(),
  };
}

function secondsOf({ nanoseconds }: Statistic, delays: IntervalHistogram): number {
  return delays.count === 0 ? Number.NaN : nanoseconds(delays) / nanosecondsPerSecond;
}

/** How long the event loop takes to come back to us. A scrape does not wait for it: the next one shows it. */
function watchTurnAround(stopwatch: Clock) {
  let seconds = 0;
  const family = singleValue(
    'gauge',
    {
      name: 'nodejs_eventloop_lag_seconds',
      unit: 'seconds',
      help: 'Lag of event loop in seconds, as the scrape before met it.',
    },
    () => seconds,
  );
  return {
    family,
    measure(): void {
      const start = stopwatch.now();
      setImmediate(() => {
        seconds = (stopwatch.now() - start) / 1000;
      }).unref();
    },
  };
}
