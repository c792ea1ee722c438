import type {
  Comparison,
  Limits,
  Severity,
  SignalAlert,
  ThresholdName,
  Thresholds,
} from '@turnscope/core';

type SomeLimits = Readonly<Partial<Record<Severity, number>>>;

/** The numbers beyond which something is bad. */
export interface PanelLimits {
  readonly worse: 'below' | 'above';
  /** For every process type that is not named. */
  readonly common: SomeLimits;
  /** Of process types with other numbers. */
  readonly byProcessType: Readonly<Record<string, SomeLimits>>;
  /** The value of the label `signal` under which `turnscope_threshold` shows them. */
  readonly shownAs?: ThresholdName;
}

/** The limits of an alert, as configured. */
export function alertLimits(alert: SignalAlert, thresholds: Thresholds): PanelLimits {
  const worse = sideOf(alert.comparison);
  if ('fixed' in alert.limits) return fixedLimits(worse, alert.limits.fixed);
  return thresholdLimits(alert.limits.threshold, worse, thresholds);
}

/** The limits of a threshold, as configured. */
export function thresholdLimits(
  name: ThresholdName,
  worse: PanelLimits['worse'],
  thresholds: Thresholds,
): PanelLimits {
  // Who has no numbers of its own takes the strategic ones.
  const common = thresholds.for('strategic')[name];
  const others = thresholds.processTypes.flatMap((processType) => {
    const own = thresholds.for(processType)[name];
    return areEqual(own, common) ? [] : [[processType, own] as const];
  });
  return { worse, common, byProcessType: Object.fromEntries(others), shownAs: name };
}

/** The same for every process type, and shown by no metric. */
export function fixedLimits(worse: PanelLimits['worse'], common: SomeLimits): PanelLimits {
  return { worse, common, byProcessType: {} };
}

function sideOf(comparison: Comparison): PanelLimits['worse'] {
  return comparison === 'at or below' ? 'below' : 'above';
}

function areEqual(one: Limits, other: Limits): boolean {
  return one.warning === other.warning && one.critical === other.critical;
}
