import { type AlertDefinition, humanNumber, type SignalAlert } from '@turnscope/core';
import { isOfNow } from '../is-of-now.ts';
import type { AlertRule } from '../rules/rule.ts';

/** What is to be known of an alert, as pairs of a name and a fact. */
export type Facts = readonly (readonly [name: string, fact: string])[];

/** Of an alert of core. */
export function factsOfDefinition(alert: AlertDefinition): Facts {
  if (alert.scope === 'both') return factsOfSignal(alert);
  return [
    ['severity', alert.severity],
    ['fires', `after ${humanNumber(alert.forSeconds, 'seconds')}`],
    ['seen by', 'Prometheus only'],
  ];
}

function factsOfSignal(alert: SignalAlert): Facts {
  const { signal, window, minSamples, forSeconds, keepFiringForSeconds } = alert;
  const samples = minSamples > 0 ? `, from at least ${minSamples} samples` : '';
  const { name, help } = signal.metric;
  return [
    ['signal', `\`${signal.name}\`. ${help}`],
    ['shown as', `\`${name}\``],
    ['window', isOfNow(signal) ? 'none: as it is now' : `${window}${samples}`],
    ['fires', `beyond its limit for ${humanNumber(forSeconds, 'seconds')}`],
    [
      'resolves',
      `${humanNumber(keepFiringForSeconds, 'seconds')} after it is back, or has no value any more`,
    ],
    ['seen by', 'the exporter itself, and Prometheus'],
  ];
}

/** Of an alert that only its rules tell of. */
export function factsOfRules(rules: readonly AlertRule[]): Facts {
  const fires = rules.map((rule) => `${titleOf(rule)} after ${rule.for}`);
  return [
    ['fires', fires.join('; ')],
    ['seen by', 'Prometheus only'],
  ];
}

/** What tells the rules of one alert apart: the severity, and other labels of the rule. */
export function titleOf({ labels: { severity = 'unknown', ...others } }: AlertRule): string {
  const more = Object.entries(others).map(
    ([name, value]) => `${name.replaceAll('_', ' ')} ${value}`,
  );
  return more.length === 0 ? severity : `${severity} (${more.join(', ')})`;
}
