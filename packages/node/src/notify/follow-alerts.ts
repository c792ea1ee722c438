import type { Alert } from '@turnscope/core';
import type { AlertSource } from './notifier.ts';

/** Hears of the alerts that a receiver is to know. */
export interface AlertHearer {
  fired(alert: Alert): void;
  /** Only of one that it knows. */
  resolved(alert: Alert): void;
}

/** What an alert is known by: one of each is pending or firing at a time. */
export function keyOf({ name, severity, processType }: Alert): string {
  return JSON.stringify([name, severity, processType]);
}

/**
 * Tells of each alert that fires now or later, and of its end; the answer stops that. A warning is held
 * back while its critical alert fires: the receiver hears of it when that resolves and the warning does
 * not. One that it has heard of before stays known to it until it resolves.
 */
export function followAlerts(
  monitor: Pick<AlertSource, 'alerts' | 'on'>,
  hearer: AlertHearer,
): () => void {
  const known = new Set<string>();
  const tellFiring = () => {
    for (const alert of monitor.alerts()) {
      const key = keyOf(alert);
      if (alert.state !== 'firing' || alert.inhibited || known.has(key)) continue;
      known.add(key);
      hearer.fired(alert);
    }
  };
  const stop = monitor.on('alert', (alert) => {
    if (alert.state === 'resolved' && known.delete(keyOf(alert))) hearer.resolved(alert);
    tellFiring();
  });
  tellFiring();
  return stop;
}
