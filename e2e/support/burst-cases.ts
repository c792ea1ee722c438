/**
 * What makes the alerts on what happened in a window fire, and what does not: everything happens at once, `amounts` by
 * the series of the alert, and then nothing. Typed by hand from DESIGN.md, sections 6 and 7, so that a change of a
 * definition is noticed.
 */
export interface BurstCases {
  readonly alert: string;
  /** With `*` for the labels of the target and of the agents, `@` for those of the target. */
  readonly series: readonly string[];
  /** How long what happened is seen, before how many minutes without it nobody is told, and for how many longer. */
  readonly minutes: { readonly window: number; readonly for: number; readonly keep: number };
  /** Between two evaluations; all times are multiples of it. */
  readonly stepMinutes?: number;
  /** What fires the warning only, and just so; what fires the critical alert, too. Left out where there is none. */
  readonly warning?: Firing;
  readonly critical?: Firing;
  /** Amounts that fire nothing: just inside the limit, and beyond it with a sample too few. */
  readonly inside: readonly number[];
  readonly few?: readonly number[];
  /** Amounts that, coming later, end what the worst severity fires for. */
  readonly better?: readonly number[];
  /** Amounts one window apart, of which so many minutes after the latter nobody is told. */
  readonly calm?: readonly Calm[];
  /** Labels of the alert beside the severity; default those of the agents of one exporter. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Its sentences, where core does not know them. */
  readonly words?: { readonly summary: string; readonly description: string };
}

interface Calm {
  readonly name: string;
  readonly first: readonly number[];
  readonly second: readonly number[];
  readonly minutes: number;
}

export interface Firing {
  readonly amounts: readonly number[];
  /** As its description tells the signal and the limit. */
  readonly value: string;
  readonly limit: string;
}

/** Whose series they are: an exporter. */
export const target = { job: 'turnscope', instance: 'host:10464' } as const;
/** Whose work they tell. A label of the user's own is on the series, and gone from every alert. */
export const agents = { ...target, process_type: 'tactical' } as const;

const responseZones = zones('response');
const turns = ['success', 'error'].map(
  (outcome) => `turnscope_turns_total{*,model="m",initiator="user",outcome="${outcome}"}`,
);
const quarter = { window: 15, for: 5, keep: 5 };
const hour = { window: 60, for: 5, keep: 15 };

export const burstCases: readonly BurstCases[] = [
  {
    alert: 'TurnscopeSlowResponses',
    series: responseZones,
    minutes: quarter,
    warning: { amounts: [14, 2, 4], value: '0.75', limit: '0.85' },
    critical: { amounts: [13, 0, 7], value: '0.65', limit: '0.7' },
    inside: [86, 0, 14],
    few: [10, 0, 9],
    better: [900, 0, 0],
  },
  {
    alert: 'TurnscopeSlowTurns',
    series: zones('turn'),
    minutes: hour,
    warning: { amounts: [7, 1, 2], value: '0.75', limit: '0.85' },
    critical: { amounts: [6, 0, 4], value: '0.60', limit: '0.7' },
    inside: [86, 0, 14],
    few: [4, 0, 5],
    better: [900, 0, 0],
  },
  {
    alert: 'TurnscopeLowCompletion',
    series: turns,
    minutes: hour,
    warning: { amounts: [17, 3], value: '85%', limit: '90 %' },
    critical: { amounts: [15, 5], value: '75%', limit: '80 %' },
    inside: [91, 9],
    few: [4, 5],
    better: [900, 0],
  },
  {
    alert: 'TurnscopeLowEfficiency',
    series: [...turns, ...responseZones],
    minutes: { ...hour, for: 10 },
    warning: { amounts: [16, 4, 12, 2, 6], value: '0.52', limit: '0.7' },
    critical: { amounts: [14, 6, 14, 0, 6], value: '0.49', limit: '0.5' },
    inside: [89, 11, 80, 0, 20],
    few: [4, 5, 80, 0, 20],
    better: [900, 0, 900, 0, 0],
  },
  {
    alert: 'TurnscopeResponseErrors',
    series: ['success', 'error'].map(
      (outcome) => `turnscope_responses_total{*,model="m",outcome="${outcome}"}`,
    ),
    minutes: quarter,
    warning: { amounts: [41, 9], value: '18%', limit: '5 %' },
    critical: { amounts: [15, 5], value: '25%', limit: '20 %' },
    inside: [951, 49],
    few: [10, 9],
    better: [900, 0],
  },
  {
    alert: 'TurnscopePoorCompression',
    series: sumAndCount('ratio'),
    minutes: hour,
    warning: { amounts: [1.95, 3], value: '0.65', limit: '0.5' },
    critical: { amounts: [2.4, 3], value: '0.80', limit: '0.7' },
    inside: [1.47, 3],
    few: [1.8, 2],
    better: [0, 90],
  },
  {
    alert: 'TurnscopeSlowCompaction',
    series: sumAndCount('duration_seconds'),
    minutes: hour,
    warning: { amounts: [690, 3], value: '3m 50s', limit: '2m' },
    critical: { amounts: [900, 3], value: '5m 0s', limit: '4m' },
    inside: [357, 3],
    few: [900, 2],
    better: [0, 90],
  },
  {
    alert: 'TurnscopeCompactionThrash',
    series: ['rapid', 'normal'].map(
      (pace) => `turnscope_compaction_refills_total{*,pace="${pace}"}`,
    ),
    minutes: hour,
    warning: { amounts: [3, 1], value: '75%', limit: '50 %' },
    critical: { amounts: [9, 1], value: '90%', limit: '80 %' },
    inside: [49, 51],
    few: [2, 0],
    better: [0, 900],
  },
  {
    alert: 'TurnscopeFrequentRestarts',
    series: restarts(),
    minutes: { window: 60, for: 1, keep: 5 },
    warning: { amounts: [6, 3], value: '9', limit: '4.5' },
    critical: { amounts: [6, 4], value: '10', limit: '9.5' },
    inside: [4, 0],
  },
  {
    alert: 'TurnscopeFailingRestarts',
    series: restarts(),
    minutes: { window: 60, for: 1, keep: 5 },
    warning: { amounts: [11, 9], value: '55%', limit: '80 %' },
    critical: { amounts: [2, 3], value: '40%', limit: '50 %' },
    inside: [81, 19],
    few: [0, 2],
    better: [900, 0],
  },
  {
    alert: 'TurnscopeRowsOverflowing',
    series: ['turnscope_rows_overflowed_total{@,event="turn"}'],
    minutes: { window: 60, for: 5, keep: 5 },
    warning: { amounts: [1], value: '1', limit: '0.5' },
    inside: [0],
    labels: target,
  },
];

function zones(of: 'turn' | 'response'): readonly string[] {
  return ['satisfied', 'tolerating', 'frustrated'].map(
    (zone) => `turnscope_${of}_latency_zone_total{*,zone="${zone}"}`,
  );
}

function sumAndCount(of: string): readonly string[] {
  return ['sum', 'count'].map((part) => `turnscope_compaction_${of}_${part}{*,trigger="auto"}`);
}

function restarts(): readonly string[] {
  return ['success', 'error'].map(
    (outcome) => `turnscope_restarts_total{*,reason="crash",outcome="${outcome}"}`,
  );
}
