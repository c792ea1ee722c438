import {
  alerts,
  type SignalAlert,
  type SignalDefinition,
  type SignalName,
  signals,
  type ThresholdName,
  type Thresholds,
} from '@turnscope/core';
import { isOfNow } from '../../is-of-now.ts';
import type { DashboardName } from '../dashboard-names.ts';
import { limitQueries } from './limit-queries.ts';
import { alertLimits, type PanelLimits, thresholdLimits } from './panel-limits.ts';
import type { GrafanaUnit, PanelPlan } from './panel-plan.ts';
import { PanelQueries } from './panel-queries.ts';

/** What a panel about a signal adds to what is known of the signal. */
export interface SignalWords {
  readonly id: number;
  readonly signal: SignalName;
  readonly title: string;
  /** What it means and where to look; what the signal is, its window and limits are said before. */
  readonly advice: string;
  readonly width: number;
  readonly height?: number;
  readonly more?: DashboardName;
}

const queries = new PanelQueries(['process_type']);

/** The signal as it is now, of the worst of the chosen exporters. */
export function signalNow(words: SignalWords, thresholds: Thresholds): PanelPlan {
  const signal = signalNamed(words.signal);
  return {
    ...described(words, signal),
    ...limitsOf(signal, thresholds),
    kind: 'number',
    noValue: 'not enough data',
    queries: [{ expression: worst(signal), legend: legendOf(signal) }],
  };
}

/** The signal over time with its limits as dashed lines. */
export function signalOverTime(words: SignalWords, thresholds: Thresholds): PanelPlan {
  const signal = signalNamed(words.signal);
  const { limits } = limitsOf(signal, thresholds);
  return {
    ...described(words, signal),
    ...(limits && { limits }),
    kind: 'lines',
    noValue: 'not enough data',
    queries: [
      { expression: worst(signal), legend: legendOf(signal) },
      ...(limits ? limitQueries(limits) : []),
    ],
  };
}

/** The limits of a signal, where it has some. */
export function signalLimits(name: SignalName, thresholds: Thresholds): PanelLimits | undefined {
  return limitsOf(signalNamed(name), thresholds).limits;
}

/** The signal of this name. */
export function signalNamed(name: SignalName): SignalDefinition {
  const found = signals.find((signal) => signal.name === name);
  if (found === undefined) throw new RangeError(`no signal ${name} in the catalogue`);
  return found;
}

/** Grafana's unit for the values of a signal, and how many digits are worth reading. */
export function signalUnit({ name, metric }: SignalDefinition): {
  readonly unit: GrafanaUnit;
  readonly decimals?: number;
} {
  if (metric.unit === 'seconds') return { unit: 's' };
  if (metric.unit === 'ratio' || name === 'compaction_ratio_mean') return { unit: 'percentunit' };
  if (name.endsWith('_score') || name === 'compaction_effectiveness') {
    return { unit: 'short', decimals: 2 };
  }
  return { unit: 'short' };
}

/** Whether less of it is worse. */
export function lessIsWorse(name: SignalName): boolean {
  const alert = alertOn(name);
  if (alert === undefined) return lessIsWorseWithoutAlert.has(name);
  return alert.comparison === 'at or below';
}

const lessIsWorseWithoutAlert: ReadonlySet<SignalName> = new Set([
  'cache_hit_ratio',
  'compaction_effectiveness',
]);

/** Quantiles have no alert, but single events have limits for what they measure. */
const eventLimits: Readonly<Partial<Record<SignalName, ThresholdName>>> = {
  response_p95: 'response_duration',
  response_p99: 'response_duration',
  turn_p95: 'turn_duration',
};

const spans = { '15m': '15 minutes', '1h': 'an hour' } as const;

function described(
  { id, title, advice, width, height, more }: SignalWords,
  signal: SignalDefinition,
) {
  const { metric, window } = signal;
  return {
    id,
    title,
    description: `${metric.help} ${isOfNow(signal) ? 'As of now.' : `Over ${spans[window]}.`} ${advice}`,
    ...signalUnit(signal),
    width,
    ...(height !== undefined && { height }),
    ...(more && { more }),
  };
}

function limitsOf(signal: SignalDefinition, thresholds: Thresholds): { limits?: PanelLimits } {
  const alert = alertOn(signal.name);
  if (alert) return { limits: alertLimits(alert, thresholds) };
  const threshold = eventLimits[signal.name];
  return threshold ? { limits: thresholdLimits(threshold, 'above', thresholds) } : {};
}

function alertOn(name: SignalName): SignalAlert | undefined {
  return alerts.find(
    (alert): alert is SignalAlert => alert.scope === 'both' && alert.signal.name === name,
  );
}

function worst({ name, metric, by }: SignalDefinition): string {
  const together = lessIsWorse(name) ? 'min' : 'max';
  if (by === 'adapter') return adapterQueries.gauge(together, metric, { by: ['instance'] });
  return queries.gauge(together, metric, { by: ['process_type'] });
}

/** What is about the adapter belongs to no process type, whichever is chosen. */
const adapterQueries = new PanelQueries([]);

function legendOf({ by }: SignalDefinition): string {
  return by === 'adapter' ? '{{instance}}' : '{{process_type}}';
}
