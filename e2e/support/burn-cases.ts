import { agents, type BurstCases, type Firing } from './burst-cases.ts';

/** A long and a short window, how long each waits, and the distance of evaluations that goes into all of its times. */
const pairs = {
  fast: { long: '1h', short: '5m', minutes: { window: 5, for: 2, keep: 5 }, stepMinutes: 1 },
  steady: { long: '6h', short: '30m', minutes: { window: 30, for: 15, keep: 5 }, stepMinutes: 5 },
  slow: { long: '1d', short: '2h', minutes: { window: 120, for: 60, keep: 15 }, stepMinutes: 15 },
  creeping: {
    long: '3d',
    short: '6h',
    minutes: { window: 360, for: 180, keep: 15 },
    stepMinutes: 15,
  },
} as const;

interface Row {
  readonly pair: keyof typeof pairs;
  readonly fires: Firing;
  readonly inside: readonly number[];
  readonly few: readonly number[];
  readonly days: string;
  /** All went well, and then nothing did: beyond the share of the short window, not of the long one. */
  readonly fresh: readonly [good: number, bad: number];
  /** Much went wrong, and is better since: beyond the share of the long window, not of the short one. */
  readonly over: readonly [first: readonly number[], second: readonly number[]];
}

/** Amounts that went well and that did not; each just inside of what a slower pair is not told of in the same time. */
const completion: readonly Row[] = [
  {
    pair: 'fast',
    fires: of([8, 2], '20%', '14.4 %'),
    inside: [86, 14],
    few: [7, 2],
    days: '2.1',
    fresh: [26, 4],
    over: [
      [2, 8],
      [13, 2],
    ],
  },
  {
    pair: 'steady',
    fires: of([18, 2], '10%', '6 %'),
    inside: [941, 59],
    few: [15, 1],
    days: '5',
    fresh: [51, 3],
    over: [
      [5, 5],
      [17, 1],
    ],
  },
  {
    pair: 'slow',
    fires: of([38, 2], '5%', '3 %'),
    inside: [971, 29],
    few: [31, 2],
    days: '10',
    fresh: [70, 2],
    over: [
      [20, 10],
      [35, 1],
    ],
  },
  {
    pair: 'creeping',
    fires: of([98, 3], '2.97%', '1 %'),
    inside: [991, 9],
    few: [98, 2],
    days: '30',
    fresh: [210, 2],
    over: [
      [5, 5],
      [105, 1],
    ],
  },
];
const responseLatency: readonly Row[] = [
  {
    pair: 'fast',
    fires: of([2, 8], '80%', '72 %'),
    inside: [29, 71],
    few: [2, 7],
    days: '2.1',
    fresh: [5, 10],
    over: [
      [0, 10],
      [1, 2],
    ],
  },
  {
    pair: 'steady',
    fires: of([6, 4], '40%', '30 %'),
    inside: [71, 29],
    few: [6, 3],
    days: '5',
    fresh: [10, 4],
    over: [
      [0, 10],
      [5, 2],
    ],
  },
  {
    pair: 'slow',
    fires: of([8, 2], '20%', '15 %'),
    inside: [86, 14],
    few: [7, 2],
    days: '10',
    fresh: [12, 2],
    over: [
      [0, 10],
      [6, 1],
    ],
  },
  {
    pair: 'creeping',
    fires: of([19, 2], '9.524%', '5 %'),
    inside: [951, 49],
    few: [18, 2],
    days: '30',
    fresh: [40, 2],
    over: [
      [0, 10],
      [20, 1],
    ],
  },
];

export const burnCases: readonly BurstCases[] = [
  ...completion.map((row) =>
    burning(row, {
      alert: 'TurnscopeCompletionBurn',
      series: ['success', 'error'].map(
        (outcome) => `turnscope_turns_total{*,outcome="${outcome}"}`,
      ),
      summary: 'Turns of tactical agents fail faster than their objective allows.',
      failure: 'turns of tactical agents failed',
      objective: '99 %',
    }),
  ),
  ...responseLatency.map((row) =>
    burning(row, {
      alert: 'TurnscopeResponseLatencyBurn',
      series: ['tolerating', 'frustrated'].map(
        (zone) => `turnscope_response_latency_zone_total{*,zone="${zone}"}`,
      ),
      summary: 'Responses to tactical agents are too slow more often than their objective allows.',
      failure: 'responses to tactical agents took longer than their critical limit',
      objective: '95 %',
    }),
  ),
];

interface Objective {
  readonly alert: string;
  readonly series: readonly string[];
  readonly summary: string;
  readonly failure: string;
  readonly objective: string;
}

function burning(
  { pair, fires, inside, few, days, fresh, over }: Row,
  { alert, series, summary, failure, objective }: Objective,
): BurstCases {
  const { long, short, ...times } = pairs[pair];
  // What fired for the first is over by then, and nobody is told by a slower pair yet.
  const overMinutes = times.minutes.window - times.stepMinutes * (pair === 'fast' ? 1 : 2);
  const severity = pair === 'fast' || pair === 'steady' ? 'critical' : 'warning';
  const { job, process_type } = agents;
  return {
    alert,
    series,
    ...times,
    [severity]: fires,
    inside,
    few,
    calm: [
      {
        name: 'beyond in the short window only',
        first: [fresh[0], 0],
        second: [0, fresh[1]],
        minutes: times.minutes.for,
      },
      {
        name: 'beyond in the long window only',
        first: over[0],
        second: over[1],
        minutes: overMinutes,
      },
    ],
    labels: { job, process_type, long_window: long, short_window: short },
    words: {
      summary,
      description: `{value} of the ${failure} over ${long}, more than {limit}. At this pace what the objective of ${objective} allows in 30 days is spent in ${days} days.`,
    },
  };
}

function of(amounts: readonly number[], value: string, limit: string): Firing {
  return { amounts, value, limit };
}
