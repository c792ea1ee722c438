import type { Alert, Breach } from '@turnscope/core';

/** Something beyond a limit: one event, or a signal for long enough. */
export interface PerformanceAlert {
  /** Of this alert for as long as it lasts; each breach is one of its own. */
  readonly id: string;
  readonly severity: 'warning' | 'critical';
  /** A sentence. */
  readonly message: string;
  /** What is beyond its limit, in the catalogue's words. */
  readonly metric: string;
  readonly threshold: number;
  readonly actualValue: number;
  /** Epoch milliseconds. */
  readonly timestamp: number;
  readonly resolved: boolean;
}

export function fromAlert(alert: Alert): PerformanceAlert {
  const { name, severity, processType, activeAt } = alert;
  return {
    id: [name, severity, processType ?? '', activeAt].join('/'),
    severity,
    message: alert.summary,
    metric: alert.signal,
    threshold: alert.limit,
    actualValue: alert.value,
    timestamp: alert.changedAt,
    resolved: alert.state === 'resolved',
  };
}

/** `number` tells apart what happened in the same millisecond. A breach is over as soon as it has happened. */
export function fromBreach(breach: Breach, number: number): PerformanceAlert {
  const { metric, severity, processType, value, limit, at } = breach;
  return {
    id: ['breach', metric, severity, processType, at, number].join('/'),
    severity,
    message: `${metric} of ${processType} was ${value}, beyond its ${severity} limit of ${limit}`,
    metric,
    threshold: limit,
    actualValue: value,
    timestamp: at,
    resolved: true,
  };
}
