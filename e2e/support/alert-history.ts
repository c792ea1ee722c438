import {
  type AgentEvent,
  type LiveSourceSink,
  PerformanceMonitor,
  type SignalReading,
} from '@turnscope/core';
import { type SampledSeries, Scraper } from './sampled-series.ts';

/** How the agents are: well, beyond the warning limits, beyond the critical ones. */
type Health = 'well' | 'mild' | 'bad';

/** What was seen at one evaluation. */
export interface Evaluation {
  /** Seconds since the first. */
  readonly seconds: number;
  /** Since the agents are as they are. */
  readonly changedSeconds: number;
  readonly readings: readonly SignalReading[];
  /** `name severity processType state`, in alphabetical order. */
  readonly states: readonly string[];
}

/** A history of alerts: what a scraper stored, and what the monitor said each time. */
export interface AlertHistory {
  readonly startedAt: number;
  readonly series: readonly SampledSeries[];
  readonly evaluations: readonly Evaluation[];
}

export const stepSeconds = 15;
const startedAt = Date.UTC(2026, 7, 10, 4);
/** Long enough for the critical limit of a silent source, which is two hours. */
const phases: readonly (readonly [health: Health, minutes: number])[] = [
  ['well', 75],
  ['mild', 90],
  ['bad', 135],
  ['well', 100],
];

/**
 * Plays a history in which every alert on a signal is pending, fires and resolves. What happens repeats itself within a
 * window, so signals are steady as soon as their window holds nothing of before. In the third phase there is
 * another process type, too.
 */
export function recordAlerts(metrics: ReadonlySet<string>): AlertHistory {
  let now = startedAt;
  const monitor = new PerformanceMonitor({
    clock: { now: () => now },
    strict: true,
    rowLimit: 16,
    thresholds: { profile: 'coding-agent' },
  });
  const sink = monitor.enableSource('stream');
  const scraper = new Scraper(metrics, { job: 'turnscope', instance: 'host:10464' });
  const evaluations: Evaluation[] = [];
  const scrape = (changedSeconds: number) => {
    scraper.scrape(monitor.collect());
    const seconds = (now - startedAt) / 1000;
    evaluations.push({
      seconds,
      changedSeconds,
      readings: monitor.signals(),
      states: statesOf(monitor),
    });
  };
  scrape(0);
  for (const [health, minutes] of phases) {
    tellSource(sink, health);
    for (let step = 1; step <= (minutes * 60) / stepSeconds; step += 1) {
      now += (stepSeconds * 1000) / 2;
      for (const event of eventsAt(health, step, now)) monitor.record(event);
      now += (stepSeconds * 1000) / 2;
      scrape(step * stepSeconds);
    }
  }
  return { startedAt, series: scraper.series, evaluations };
}

/** Of all agents: while they are bad there are those of another process type, too. */
function eventsAt(health: Health, step: number, at: number): readonly AgentEvent[] {
  const processTypes = health === 'bad' ? ['tactical', 'reviewer'] : ['tactical'];
  return processTypes.flatMap((processType) =>
    eventsOf(health, step).map((event) => ({
      ...event,
      processType,
      conversationId: processType,
      at,
    })),
  );
}

/** The source of these agents speaks once in each phase, and knows of one that lives only while they are bad. */
function tellSource(sink: LiveSourceSink, health: Health): void {
  sink.record({ type: 'conversation-start', conversationId: 'another', processType: 'tactical' });
  sink.agentsLive(health === 'bad' ? 1 : 0);
}

type Happening = DistributiveOmit<AgentEvent, 'at' | 'processType' | 'conversationId'>;
type DistributiveOmit<Union, Key extends PropertyKey> = Union extends unknown
  ? Omit<Union, Key>
  : never;

/** Two responses in every step, a turn in every second, a compaction in every eighth, restarts now and then. */
function eventsOf(health: Health, step: number): readonly Happening[] {
  const number = (every: number) => (step % every === 0 ? step / every : undefined);
  const restartEvery = { well: 80, mild: 36, bad: 8 }[health];
  return [
    responseOf(health, 2 * step),
    responseOf(health, 2 * step + 1),
    ...given(number(2), (turn) => turnOf(health, turn)),
    ...given(number(8), (compaction) => compactionOf(health, compaction)),
    ...given(number(restartEvery), (restart) => restartOf(health, restart)),
  ];
}

function given(
  number: number | undefined,
  make: (number: number) => Happening,
): readonly Happening[] {
  return number === undefined ? [] : [make(number)];
}

/** Of twenty: two fail and four are too slow when it is mild, half fail and half are too slow when it is bad. */
function responseOf(health: Health, number: number): Happening {
  const fails = { well: false, mild: number % 10 === 0, bad: number % 2 === 0 }[health];
  const isSlow = { well: false, mild: [3, 7, 13, 17].includes(number % 20), bad: true }[health];
  return {
    type: 'response',
    // More names than there is room for rows.
    model: health === 'bad' ? `m${number % 12}` : 'm0',
    outcome: fails ? 'error' : 'success',
    durationSeconds: isSlow ? 100 : 5,
  };
}

/** Of twenty: three fail and four are too slow when it is mild, half fail and half are too slow when it is bad. */
function turnOf(health: Health, number: number): Happening {
  const fails = { well: false, mild: [2, 8, 14].includes(number % 20), bad: number % 2 === 0 }[
    health
  ];
  const isSlow = { well: false, mild: [3, 7, 13, 17].includes(number % 20), bad: true }[health];
  return {
    type: 'turn',
    outcome: fails ? 'error' : 'success',
    durationSeconds: isSlow ? 3000 : 60,
  };
}

/** No mix of them has a mean that is exactly a limit. */
function compactionOf(health: Health, number: number): Happening {
  const isRapid = { well: false, mild: number % 3 > 0, bad: true }[health];
  return {
    type: 'compaction',
    trigger: 'auto',
    outcome: 'success',
    tokensBefore: 100_000,
    tokensAfter: { well: 31_003, mild: 61_007, bad: 93_011 }[health],
    durationSeconds: { well: 61, mild: 181, bad: 401 }[health],
    responsesSincePrevious: isRapid ? 4 : 40,
  };
}

function restartOf(health: Health, number: number): Happening {
  const fails = { well: false, mild: number % 3 === 0, bad: true }[health];
  return { type: 'restart', reason: 'crash', outcome: fails ? 'error' : 'success' };
}

function statesOf(monitor: PerformanceMonitor): readonly string[] {
  return monitor
    .alerts()
    .map(
      ({ name, severity, processType, state }) =>
        `${name} ${severity} ${processType ?? ''} ${state}`,
    )
    .toSorted();
}
